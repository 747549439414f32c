package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evidencewatch.company.TextLine;
import org.junit.jupiter.api.Test;

class CardTextTest {

    private static List<String> lines(String html) {
        return new CardText().lines(html).stream().map(TextLine::text).toList();
    }

    @Test
    void writesBlocksAsLinesAndNumbersThemByTheFile() {
        assertThat(new CardText().lines("<html>\n<body>\n<h1>A\n title</h1><p>one<br>two</p>\n<p> </p><div>three"))
                .containsExactly(
                        new TextLine(3, "A title"),
                        new TextLine(4, "one"),
                        new TextLine(4, "two"),
                        new TextLine(5, "three"));
    }

    @Test
    void keepsTheLinesOfPreformattedText() {
        assertThat(new CardText().lines("<body>\n<pre>one\n- two\n\nthree</pre>"))
                .containsExactly(new TextLine(2, "one"), new TextLine(3, "- two"), new TextLine(5, "three"));
    }

    @Test
    void marksItemsAndLabels() {
        assertThat(lines("<ul><li><b>Pause</b>: no</li><li><p>Refund: yes</p></li></ul>"))
                .containsExactly("- Pause: no", "- Refund: yes");
        assertThat(lines("<dl><dt>Pause</dt><dd>no</dd><dt>Refund:</dt><dd>yes</dd></dl>"))
                .containsExactly("- Pause: no", "- Refund: yes");
        assertThat(lines("<table><tr><th>Pause</th><td>no</td></tr><tr><th>Refund</th><td>yes</td></tr></table>"))
                .containsExactly("Pause: no", "Refund: yes");
    }

    @Test
    void keepsTheAddressOfALinkThatDoesNotShowIt() {
        assertThat(lines(
                        "<p>See <a href='https://a.example/x'>the page</a>, <a href='https://a.example/y/'>https://a.example/y</a>"
                                + " or <a href='/z'>z</a> <a href='mailto:a@a.example'>by mail</a>.</p>"))
                .containsExactly("See the page <https://a.example/x>, https://a.example/y or z by mail.");
    }

    @Test
    void leavesOutWhatNobodySees() {
        assertThat(
                        lines(
                                "<head><title>T</title></head><script>x()</script><style>p{}</style><p hidden>h</p><!-- c --><p>seen"))
                .containsExactly("seen");
    }
}
