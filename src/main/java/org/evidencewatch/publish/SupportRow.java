package org.evidencewatch.publish;

import java.util.Optional;
import org.evidencewatch.company.Checked;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.LastConfirmed;
import org.evidencewatch.company.Support;

/**
 * A claim on a page that it rests on.
 *
 * @param named whether the claim names the page
 * @param supported whether the page states it, by the newest verdict
 * @param capture the id of the capture in which it was last judged so
 * @param found what that capture amounts to
 * @param words those of the page that state it there
 * @param published the same by the newest publication that was imported
 * @param publishedWords the words that it had
 */
record SupportRow(
        Dimension dimension,
        int ordinal,
        String url,
        boolean named,
        boolean supported,
        Optional<Long> capture,
        Optional<LastConfirmed> found,
        Optional<String> words,
        Optional<LastConfirmed> published,
        Optional<String> publishedWords) {

    /** Whether there is anything to tell of it. */
    boolean tells() {
        return named || found.isPresent() || published.isPresent();
    }

    /** What it amounts to, beside how the page stands: while the page states it, each read of the same words is of it too. */
    Support support(CitedRow page) {
        boolean since = supported
                && page.capture().isPresent()
                && capture.filter(at -> page.capture().get() > at).isPresent();
        var own = since ? page.own() : found;
        var last = Checked.newer(own, published);
        return new Support(
                url,
                last.isEmpty() ? Optional.empty() : last.equals(own) ? words : publishedWords,
                new Checked(last, page.checked().unreadableSince()));
    }
}
