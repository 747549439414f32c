package org.evidencewatch.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnwardLinksTest {

    @Test
    void linksToPagesOfTheHostAreFoundOnceEach() {
        var page = page("""
                <nav><a href="/">Home</a></nav>
                <p>See our <a href="/help/refunds#window">refund
                   policy</a> and <a href="refunds">again</a>, <a href="http://other.example/refunds">theirs</a>,
                   <a href="mailto:a@b.example">mail</a>, <a href="http://[broken">this</a>
                   and <a href="https://HELP.acme.example/help/pause"></a>.</p>""");
        assertThat(OnwardLinks.of(page))
                .containsExactly(
                        new Onward(URI.create("https://help.acme.example/"), "Home"),
                        new Onward(URI.create("https://help.acme.example/help/refunds"), "refund policy"),
                        new Onward(URI.create("https://HELP.acme.example/help/pause"), ""));
    }

    @Test
    void aPageWithoutEndHasABoundedNumber() {
        var html = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            html.append("<a href=/p").append(i).append(">x</a>");
        }
        assertThat(OnwardLinks.of(page(html.toString()))).hasSize(500);
    }

    @Test
    void aLooseFileHasNone() {
        assertThat(OnwardLinks.of(Page.ofFile(Optional.empty(), "<a href=/x>x</a>".getBytes(UTF_8))))
                .isEmpty();
    }

    private static Page page(String body) {
        return Page.ofFile(
                Optional.of(URI.create("https://help.acme.example/help/billing")),
                ("<!doctype html><title>Help</title><body>" + body).getBytes(UTF_8));
    }
}
