package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractorTest {

    @ParameterizedTest
    @CsvSource({
        "hubspot/refund-policy/page.html, hubspot-kb, Refund policy",
        "zendesk/cancel-plan/page.html, zendesk, How to cancel a plan",
        "intercom/trial/page.html, intercom, Free trial",
        "helpscout/pause/page.html, helpscout, Pausing"
    })
    void readsTitleAndBodyOfAHelpCentreArticle(String page, String platform, String title) {
        Reading reading = Fixture.read(page);

        assertThat(reading.state()).isEqualTo(PageState.OK);
        assertThat(reading.platform()).isEqualTo(platform);
        assertThat(reading.title()).isEqualTo(title);
        assertThat(reading.text())
                .startsWith(title + "\nYou can cancel your subscription at any time from your profile.")
                .contains("We refund annual plans within 14 days of the purchase.")
                .doesNotContain("helpful", "Related", "related", "ago", "Updated", "updated", "Print", "©", "Skip")
                .doesNotContain("Payment methods we take", "General information", "Written by", "Articles in this");
        assertThat(reading.coverage()).isBetween(0.3, 1.0);
    }

    @Test
    void decodesProtectedAddresses() {
        assertThat(Fixture.read("zendesk/cancel-plan/page.html").text())
                .contains("Write to help@northwind.example.")
                .doesNotContain("protected");
    }

    @Test
    void keepsWhatAccordionsHideAndPolicySectionsThatSoundLikeFurniture() {
        Reading reading = Fixture.read("generic/terms-with-accordion/page.html");

        assertThat(reading.platform()).isEqualTo("generic");
        assertThat(reading.text())
                .contains("Can I pause?\nYou may pause for up to three months a year.")
                .contains("We set one cookie that remembers your session")
                .contains("Solo | €9 a month")
                .doesNotContain("newsletter", "Bonn", "Pricing plans", "Last updated");
        assertThat(reading.blocks())
                .filteredOn(block -> block.text().startsWith("We set one cookie"))
                .extracting(Block::heading)
                .containsExactly("Terms > Cookies");
    }

    @Test
    void givesOneReadingOnManyThreads() throws Exception {
        var extractor = new Extractor();
        Page page = Fixture.page("zendesk/cancel-plan/page.html");
        Reading first = extractor.read(page);
        Callable<Long> readings = () -> IntStream.range(0, 160)
                .mapToObj(i -> extractor.read(page))
                .filter(reading -> !reading.equals(first))
                .count();
        try (var threads = Executors.newFixedThreadPool(64)) {
            for (var different :
                    threads.invokeAll(Stream.generate(() -> readings).limit(64).toList())) {
                assertThat(different.get()).isZero();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, '', <meta charset=iso-8859-1>",
        "ISO-8859-1, text/html; charset=ISO-8859-1, ''",
        "UTF-8, '', ''",
        "UTF-8, text/html; charset=UTF-8, <meta charset=windows-1252>",
        "Shift_JIS, text/html;charset=Shift_JIS, ''"
    })
    void readsTheDeclaredCharset(String charset, String contentType, String meta) {
        String word = charset.equals("Shift_JIS") ? "解約" : "Kündigung";
        String html =
                "<html><head>" + meta + "</head><body><main><p>" + (word + " und noch mehr Text hier. ").repeat(5);
        Map<String, List<String>> headers =
                contentType.isEmpty() ? Map.of() : Map.of("content-type", List.of(contentType));
        var page = new Page(Optional.empty(), Optional.empty(), 200, headers, html.getBytes(Charset.forName(charset)));

        assertThat(new Extractor().read(page).text()).startsWith(word + " und");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, ''",
        "windows-1252, text/html; charset=utf-8",
        "UTF-16LE, ''",
        "UTF-16BE, ''",
        "UTF-16LE, text/html; charset=utf-16",
        "UTF-8, ''"
    })
    void readsPagesThatDeclareNoCharsetOrAWrongOne(String charset, String contentType) {
        String html = "<body><main><p>" + "Kündigung bis zum letzten Tag, „später“ nicht. ".repeat(5);
        Map<String, List<String>> headers =
                contentType.isEmpty() ? Map.of() : Map.of("content-type", List.of(contentType));
        var page = new Page(Optional.empty(), Optional.empty(), 200, headers, html.getBytes(Charset.forName(charset)));

        assertThat(new Extractor().read(page).text()).startsWith("Kündigung bis zum letzten Tag, „später“ nicht.");
    }

    @Test
    void oneBrokenCharacterMakesNoOtherCharset() {
        byte[] body = ("<main><p>" + "Kündigung bis zum letzten Tag. ".repeat(5)).getBytes(StandardCharsets.UTF_8);
        body[body.length - 3] = (byte) 0xE4;

        assertThat(new Extractor().read(Page.ofFile(Optional.empty(), body)).text())
                .startsWith("Kündigung");
    }

    @Test
    void honoursTheByteOrderMarkAndDropsNul() {
        String html = "\uFEFF<p>" + "Refunds\0 within 14 days of your purchase. ".repeat(4);
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Reading reading = new Extractor().read(Page.ofFile(Optional.empty(), html.getBytes(charset)));
            assertThat(reading.text()).startsWith("Refunds within 14 days");
        }
    }

    @Test
    void readsPlainTextAndRefusesOtherMedia() {
        byte[] body = "Refund policy\n\nRefunds within 14 days.".getBytes(StandardCharsets.UTF_8);
        var text =
                new Page(Optional.empty(), Optional.empty(), 200, Map.of("content-type", List.of("text/plain")), body);
        var archive = new Page(
                Optional.empty(), Optional.empty(), 200, Map.of("content-type", List.of("application/zip")), body);

        assertThat(new Extractor().read(text).text()).isEqualTo("Refund policy\nRefunds within 14 days.");
        Reading refused = new Extractor().read(archive);
        assertThat(refused.state()).isEqualTo(PageState.ERROR);
        assertThat(refused.stateReasons()).extracting(StateReason::code).containsExactly("unsupported-media-type");
    }
}
