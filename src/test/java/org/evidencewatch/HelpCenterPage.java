package org.evidencewatch;

/** An article as Zendesk's help centers frame it: a profile reads its body only, its structure the banner as well. */
public final class HelpCenterPage {

    private HelpCenterPage() {}

    /** The page, in one build of its templates. */
    public static String html(String banner, String window, int build) {
        return """
                <!doctype html><html lang="en"><head><title>Refunds - Lumora Help</title>
                <script src="https://static.zdassets.com/hc/assets/%d.js"></script>
                <link rel="stylesheet" href="/hc/theming_assets/1/style.css"></head><body>
                <main><article><h1>Refunds</h1>
                <p>%s, and every one of them can be tried for a whole week before you have to decide.</p>
                <div class="article-body">
                <p>You can ask for your money back %s of your first payment, for any reason.</p>
                <p>Write to our support team, and we return the full amount to the card that you paid with.
                Plans that were renewed can be cancelled in your profile at any time.</p></div></article></main>
                </body></html>""".formatted(build, banner, window);
    }
}
