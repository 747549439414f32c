package org.evidencewatch.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fault.Site.PAGE;
import static org.evidencewatch.fault.Site.status;
import static org.evidencewatch.fetch.RawServer.write;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F-17, F-18: characters that no database takes, charsets that lie, and pages that are heavy to read. All in one night. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class CharactersTest {

    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final String UMLAUTS = PAGE.replace("your money", "your mönéy “now”");

    private final Map<String, Site> sites = new LinkedHashMap<>();
    private final Map<String, String> verdicts = new LinkedHashMap<>();
    private Watch watch;

    @BeforeAll
    void twoNights(@TempDir Path folder) {
        watch = new Watch(folder);
        charsets();
        characters();
        heavy();
        page("an ordinary page", "text/html; charset=utf-8", PAGE.getBytes(StandardCharsets.UTF_8));
        watch.night();
        sites.forEach((name, site) -> {
            var filed = watch.newest(site.page());
            verdicts.put(name, filed.outcome() + " " + filed.verdict() + " " + filed.good());
        });
        watch.nextNight();
    }

    @AfterAll
    void close() {
        watch.close();
        sites.values().forEach(Site::close);
    }

    private void charsets() {
        page("F-17 UTF-8 that is windows-1252", "text/html; charset=utf-8", UMLAUTS.getBytes(LATIN));
        page(
                "F-17 windows-1252 that is UTF-8",
                "text/html; charset=windows-1252",
                UMLAUTS.getBytes(StandardCharsets.UTF_8));
        page("F-17 UTF-16 that is UTF-8", "text/html; charset=utf-16", UMLAUTS.getBytes(StandardCharsets.UTF_8));
        page("F-17 no charset at all", "text/html", UMLAUTS.getBytes(LATIN));
        page(
                "F-17 a charset that nobody knows",
                "text/html; charset=x-klingon",
                UMLAUTS.getBytes(StandardCharsets.UTF_8));
        page(
                "F-17 a charset of control characters",
                "text/html; charset=\u0001\u0002",
                UMLAUTS.getBytes(StandardCharsets.UTF_8));
        page("F-17 no media type", "", UMLAUTS.getBytes(StandardCharsets.UTF_8));
    }

    private void characters() {
        page(
                "F-17 NUL in the text",
                "text/html",
                PAGE.replace("your money", "your\0 money").getBytes(StandardCharsets.UTF_8));
        page(
                "F-17 NUL in the title",
                "text/html",
                PAGE.replace("Lumora Help", "Lumora\0 Help").getBytes(StandardCharsets.UTF_8));
        page(
                "F-17 NUL as a reference",
                "text/html",
                PAGE.replace("money", "mon&#0;ey").getBytes(StandardCharsets.UTF_8));
        page(
                "F-17 lone surrogate as a reference",
                "text/html",
                PAGE.replace("money", "&#xD83D; &#xDE00; money").getBytes(StandardCharsets.UTF_8));
        page(
                "F-17 lone surrogate in UTF-16",
                "text/html; charset=utf-16",
                PAGE.replace("money", "\uD83D money").getBytes(StandardCharsets.UTF_16));
        page("F-17 encoded surrogate in UTF-8", "text/html", replaced("money", new byte[] {
            (byte) 0xED, (byte) 0xA0, (byte) 0xBD
        }));
        page(
                "F-17 noncharacters",
                "text/html",
                PAGE.replace("money", "\uFFFE\uFFFF\uFDD0 money").getBytes(StandardCharsets.UTF_8));
        page("F-17 broken octets", "text/html", replaced("money", new byte[] {(byte) 0xC0, (byte) 0x80, (byte) 0xFF}));
        page(
                "F-17 NUL in a header",
                "text/html\r\nX-Odd: a\0b\0\r\nETag: \"a\0b\"",
                PAGE.getBytes(StandardCharsets.UTF_8));
        page(
                "F-17 odd octets in a header",
                "text/html\r\nX-Odd: \u00ff\u0080\u0001\u007f",
                PAGE.getBytes(StandardCharsets.UTF_8));
        page(
                "F-17 a huge validator",
                "text/html\r\nETag: \"" + "e".repeat(9_000) + "\"",
                PAGE.getBytes(StandardCharsets.UTF_8));
    }

    private void heavy() {
        page("F-18 deep nesting", "text/html", heavy("<div>".repeat(60_000)));
        page("F-18 a giant table", "text/html", heavy("<table>" + "<tr><td>1<td>2".repeat(40_000) + "</table>"));
        page("F-18 a flood of references", "text/html", heavy("<p>" + "&lt;&amp;&#160;".repeat(60_000)));
        page("F-18 a flood of attributes", "text/html", heavy("<p " + "a=1 ".repeat(200_000) + ">"));
        page("F-18 formatting without end", "text/html", heavy("<b><i><a href=x>".repeat(20_000)));
        page("F-18 one line of a megabyte", "text/html", heavy("<p>" + "word ".repeat(200_000)));
        page("F-18 one word of a megabyte", "text/html", heavy("<p>" + "w".repeat(1_000_000)));
    }

    List<String> names() {
        return new ArrayList<>(sites.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void isStoredAndRead(String name) {
        assertThat(verdicts.get(name)).isEqualTo("OK first-seen true");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void isTheSameInTheNextNight(String name) {
        var filed = watch.newest(site(name).page());
        assertThat(filed.verdict()).as(filed.outcome() + ": " + filed.detail()).isEqualTo("unchanged");
    }

    @Test
    void everyInvariantHolds() {
        assertThat(watch.broken()).isEmpty();
    }

    private void page(String name, String type, byte[] body) {
        Site site = new Site(1 + sites.size());
        site.serve(out -> {
            write(
                    out,
                    status(
                            "200 OK",
                            "Content-Length: " + body.length + "\r\n"
                                    + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")));
            out.write(body);
        });
        sites.put(name, site);
        watch.cite("c" + sites.size(), site.page());
    }

    private Site site(String name) {
        return Objects.requireNonNull(sites.get(name));
    }

    private static byte[] heavy(String load) {
        return PAGE.replace("</main>", load + "</main>").getBytes(StandardCharsets.UTF_8);
    }

    /** The page with octets in place of a word, and in no charset's good order. */
    private static byte[] replaced(String word, byte[] octets) {
        String latin = PAGE.replace(word, new String(octets, StandardCharsets.ISO_8859_1) + " " + word);
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
