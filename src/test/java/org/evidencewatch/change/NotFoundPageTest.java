package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.evidencewatch.extract.Fixture;
import org.evidencewatch.extract.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that show the same as a page that cannot exist. */
class NotFoundPageTest {

    private static final URI REFUNDS = URI.create("https://cedar.example/help/refund-policy");

    /** A site that welcomes whoever comes to no page: nothing on it says that a page is missing. */
    private static String frame(String title, String main) {
        return """
                <!doctype html><html><head><title>%s</title></head><body><div class="wrap"><div class="box"><h1>%s</h1>%s
                <p>Cedar helps teams of every size to plan their work, and keeps what they decide in one place.</p>
                <p>Choose a topic below, or search the help centre for the words that you have in mind.</p>
                <p>Billing and plans. Members and teams. Projects and files. Apps for phones and desktops.</p>
                <p>Our support team answers on working days between nine and five, in English and German.</p>
                </div></div></body></html>""".formatted(title, title, main);
    }

    private static final String WELCOME = frame("Welcome to Cedar", "<p>Popular topics</p>");

    private static NotFoundPage welcome() {
        return NotFoundPage.of(Fixture.readHtml(WELCOME)).orElseThrow();
    }

    private static Reading read(String html) {
        Reading reading = Fixture.readHtml(html);
        assertThat(reading.good())
                .as("a page that does not say that it is none")
                .isTrue();
        return reading;
    }

    @Test
    void isShownByAPageThatIsTheSame() {
        assertThat(welcome().shownBy(read(WELCOME), REFUNDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Popular topics</p><p>You came from /help/refund-policy</p>",
                "<p>Topics</p>",
                "<p>Popular topics</p><p>Updated 3 minutes ago</p>"
            })
    void isShownByAPageThatDiffersByWhatSuchPagesRepeat(String main) {
        assertThat(welcome().shownBy(read(frame("Welcome to Cedar", main)), REFUNDS))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Popular topics</p><p>We refund a purchase within 14 days.</p>",
                "<p>Popular topics</p><p>No refund after 14 days.</p>",
                "<p>Popular topics</p><p>Gift cards are never refunded, whatever the reason.</p>"
            })
    void isNotShownByAPageThatHasAnArticleOfItsOwnInTheSameFrame(String main) {
        assertThat(welcome().shownBy(read(frame("Refunds", main)), REFUNDS)).isFalse();
        assertThat(welcome().shownBy(read(frame("Welcome to Cedar", main)), REFUNDS))
                .isFalse();
    }

    @Test
    void isNotShownByAPageThatHasOnlyAPartOfIt() {
        String half = WELCOME.replaceFirst("<p>Billing and plans.*?</p>", "").replaceFirst("<p>Our support.*?</p>", "");

        assertThat(welcome().shownBy(read(half), REFUNDS)).isFalse();
    }

    @Test
    void isNothingWithoutWords() {
        assertThat(NotFoundPage.of(Fixture.readHtml("<html><body></body></html>")))
                .isEmpty();
    }
}
