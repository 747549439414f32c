package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pages whose elements bear no telling names: built by tools that hash every class and know only {@code div}. */
class NamelessPagesTest {

    private static final String TERMS = """
            <div class="c1a"><p>You can ask for your money back within fourteen days of the purchase, whatever the reason.</p>
            <p>Plans renew by themselves at the end of each month, unless you cancel in your profile one day before.</p>
            <p>We keep the work that you stored with us for a whole year after you have left, and then delete it.</p>
            <p>Whoever shares an account with others answers for what they do with it, as far as the law allows that.</p>
            <p>We may change these terms, and tell you by mail at least thirty days before the new ones take effect.</p>
            <p>Questions about your plan are answered by our support, which works on all days of the week but Sunday.</p>
            <p>Should a part of these terms be void, then all other parts stand as they are written here and now.</p>
            <p>A plan is for one person; families and teams may ask us for a plan of their own at a better price.</p>
            </div>""";

    private static final String MENU = """
            <div class="x9"><div><a href="/a">Products</a></div><div><a href="/b">Pricing for teams</a></div>
            <div><a href="/c">Incident management</a></div><div><a href="/d">Status pages</a></div></div>""";

    @Test
    void aClusterOfLinksIsFurniture() {
        assertThat(read(MENU + "<h1>Terms</h1>" + TERMS)).doesNotContain("Incident", "Pricing for teams");
    }

    @Test
    void linksWithinThePageTellWhatItHolds() {
        String contents =
                MENU.replace("/a", "#a").replace("/b", "#b").replace("/c", "#c").replace("/d", "#d");

        assertThat(read("<h1>Terms</h1>" + contents + TERMS)).contains("Incident management");
    }

    @Test
    void aParagraphOfLinksIsText() {
        assertThat(
                        read(
                                "<h1>Terms</h1>"
                                        + TERMS.replace(
                                                "<p>Questions",
                                                "<p><a href=/1>Refunds</a>, <a href=/2>Renewal</a>, <a href=/3>Storage</a>, <a href=/4>Mail</a></p><p>Questions")))
                .contains("Refunds, Renewal, Storage, Mail");
    }

    @Test
    void controlsAmongFewWordsAreFurniture() {
        assertThat(read("<h1>Terms</h1>" + TERMS + "<div><span>Ask our robot</span><input><button>Go</button></div>"))
                .doesNotContain("Ask our robot");
    }

    @Test
    void aDialogueThatAsksForConsentIsFurniture() {
        String dialogue = """
                <div><div><p>We and our partners store cookies on your device, so that you find the best offers.</p>
                <p>Cookies that the site cannot do without are always set; of all other cookies you can choose.</p>
                <div><button>Accept all</button><a role="button" href="#">Reject all</a></div></div></div>""";

        assertThat(read("<h1>Terms</h1>" + TERMS + dialogue)).doesNotContain("partners store cookies");
        assertThat(read(dialogue + "<h1>Terms</h1>" + TERMS)).doesNotContain("partners store cookies");
    }

    @Test
    void aPolicyOnCookiesWithAButtonIsText() {
        String policy = """
                <div><h1>Cookie policy</h1><p>We set three cookies: one that remembers your session, one for your language, and
                one that counts how often a page is read.</p><p>Each of these cookies is deleted when you close the browser,
                but for the cookie of your language, which stays for one year.</p><button>Cookie settings</button>
                <p>You can refuse cookies in your browser at any time, and the shop works all the same without them.</p></div>""";

        assertThat(read(policy)).contains("one that remembers your session", "refuse cookies in your browser");
    }

    @Test
    void anOfferAcrossTheTopIsFurniture() {
        assertThat(read(
                        "<div>Save 20 percent on all annual plans until Sunday night! <a href=/x>See the offer</a></div>"
                                + "<h1>Terms</h1>" + TERMS))
                .doesNotContain("Save 20 percent");
    }

    @Test
    void aDateAboveTheHeadingInItsOwnContainerStays() {
        assertThat(read("<div><p>In force since 1 March 2026</p><h1>Terms</h1>" + TERMS + "</div>"))
                .contains("In force since 1 March 2026");
    }

    @Test
    void aSectionOfItsOwnOutsideOfTheMainPartStays() {
        assertThat(
                        read(
                                "<h1>Terms</h1>" + TERMS
                                        + "<div><p>For customers in Quebec: you may cancel within ten days, and pay nothing at all.</p></div>"))
                .contains("For customers in Quebec");
    }

    private static String read(String body) {
        return Fixture.readHtml("<html><head><title>Terms</title></head><body>" + body + "</body></html>")
                .text();
    }
}
