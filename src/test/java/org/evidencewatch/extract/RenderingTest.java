package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rendered snapshot keeps the page's structure and words, and nothing that runs, loads or leads anywhere. */
class RenderingTest {

    private static final Set<String> ATTRIBUTES = Set.of("lang", "dir", "colspan", "rowspan");

    @Test
    void keepsStructureAndWords() {
        assertThat(render("""
                <body class=x onload=go()><h1 id=a>Refunds</h1><p style="color:red">Within <b>14</b> days, see
                <a href="https://h.example/">here</a>.</p><ul><li>one<li>two</ul><blockquote cite=x>said</blockquote>
                <table><tr><th colspan=2 width=3>Plan<td rowspan=999 lang=de-AT dir=RTL>Preis</table><pre>a
                  b</pre><img src=x alt="a stamp"><hr>"""))
                .contains(
                        "<h1>Refunds</h1>",
                        "<p>Within <b>14</b> days, see\nhere.</p>",
                        "<li>one</li>",
                        "<blockquote>said</blockquote>",
                        "<th colspan=\"2\">Plan</th><td lang=\"de-AT\" dir=\"rtl\">Preis</td>",
                        "a\n  b</pre>",
                        "[a stamp]",
                        "<hr>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<p onclick=alert(1) onerror='alert(1)'>x",
                "<img src=x onerror=alert(1)>",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href='java&#10;script:alert(1)' ping=//p.example>x</a>",
                "<svg onload=alert(1)><script>alert(1)</script><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
                "<svg><foreignObject><p><script>alert(1)</script><iframe src=//p.example></iframe></foreignObject></svg>",
                "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<math><mi xlink:href='data:x,<script>alert(1)</script>'>x",
                "<meta http-equiv=refresh content='0;url=//p.example'><base href=//p.example/>",
                "<link rel=stylesheet href=//p.example><style>@import '//p.example'; p{background:url(//p.example)}</style>",
                "<iframe src=//p.example srcdoc='<script>alert(1)</script>'></iframe>",
                "<object data=//p.example><embed src=//p.example></object><applet code=x>",
                "<form action=//p.example><input name=password autofocus onfocus=alert(1)><button formaction=//p.example>x</form>",
                "<template><script>alert(1)</script><img src=x onerror=alert(1)></template>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<textarea></textarea><img src=x onerror=alert(1)>",
                "<title></title><img src=x onerror=alert(1)>",
                "<xmp><img src=x onerror=alert(1)></xmp><plaintext><script>alert(1)</script>",
                "<noembed><img title='</noembed><img src=x onerror=alert(1)>'></noembed>",
                "<p>&lt;script&gt;alert(1)&lt;/script&gt;",
                "<p title='--><script>alert(1)</script>'><!-- --!><script>alert(1)</script> -->",
                "<b/<script>alert(1)</script><<script>alert(1)//<</script>",
                "<video poster=//p.example><source src=//p.example onerror=alert(1)></video><audio src=//p.example autoplay>",
                "<td lang='en\" onmouseover=\"alert(1)' dir='ltr\" x=\"' colspan='1\" onload=\"x'>x",
                "<select><option><style></option></select><img src=x onerror=alert(1)></style>",
                "<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>",
                "<details open ontoggle=alert(1)><summary>x</summary>y</details><marquee onstart=alert(1)>z</marquee>",
                "<p><![CDATA[<script>alert(1)</script>]]><?php echo 1 ?>",
                "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id=\"</style><img onerror=alert(1) src>\">",
            })
    void letsNothingInThatRunsLoadsOrLeadsAnywhere(String html) {
        String markup = render(html);

        for (Parser parser : List.of(Parser.htmlParser(), Parser.xmlParser())) {
            var document = Jsoup.parse(markup.replace("<br>", "<br/>").replace("<hr>", "<hr/>"), "", parser);
            for (Element element : document.select("*")) {
                assertThat(element.normalName())
                        .doesNotMatch(
                                "script|style|img|image|svg|math|iframe|frame|object|embed|link|meta|base|form|input"
                                        + "|button|a|area|video|audio|template|noscript|textarea|title");
                element.attributes().forEach(attribute -> assertThat(ATTRIBUTES).contains(attribute.getKey()));
            }
        }
        assertThat(markup).doesNotContain("<!", "<?", "p.example", "<script", "<img");
    }

    @Test
    void whatIsReadAgainIsWrittenTheSame() {
        String markup = render("<table><p>a<tr><td>b<p>c<ul><li>d</table><p>e<div>f</p>g<h1><h2>h</h1>i");

        assertThat(render(render(markup))).isEqualTo(render(markup));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b><i>", "<ul><li>", "<table><tr><td>", "<p>word ", "&amp;", "x"})
    void staysWithinBounds(String piece) {
        var rendered = assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> Rendering.of(PageView.parse(PageDecoder.cut(piece.repeat(600_000)))
                        .document()
                        .body()));

        assertThat(rendered.markup().length()).isLessThan(8_000_000);
    }

    @Test
    void saysThatItIsCut() {
        String text = "one two three. ".repeat(200_000);
        assertThat(Rendering.of(Jsoup.parse(text).body()).cut()).isTrue();
        assertThat(Rendering.ofText(text).cut()).isTrue();
        assertThat(Rendering.ofText("<b>one</b>\ntwo"))
                .isEqualTo(new Rendered("<p>&lt;b&gt;one&lt;/b&gt;</p>\n<p>two</p>\n", false));
    }

    @Test
    void theSourceOfWhatIsNoTextIsNotShown() {
        byte[] pdf = "%PDF-1.7 <script>".getBytes(StandardCharsets.UTF_8);
        byte[] html = "<p>é".getBytes(StandardCharsets.UTF_8);

        assertThat(SourceText.of(Page.ofFile(Optional.empty(), pdf)).text()).isEmpty();
        assertThat(SourceText.of(Page.ofFile(Optional.empty(), "image/png", pdf))
                        .mediaType())
                .contains("image/png");
        assertThat(SourceText.of(Page.ofFile(Optional.empty(), html)))
                .isEqualTo(new SourceText(Optional.of("<p>é"), Optional.empty(), 5, false));
    }

    private static String render(String html) {
        return Rendering.of(PageView.parse(html).document().body()).markup();
    }
}
