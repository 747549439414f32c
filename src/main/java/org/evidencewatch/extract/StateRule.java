package org.evidencewatch.extract;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;

/**
 * How a platform says that a page is not the content. All conditions that are stated must hold.
 *
 * @param code reason code
 * @param says found in the title, the heading, or the first lines of a bare page, in lower case and normal form
 * @param shows an element of the page
 * @param at found in the path, query and fragment that the page came from
 * @param within most visible words of a page to which the rule applies
 */
record StateRule(
        PageState state,
        String code,
        Optional<Pattern> says,
        Optional<Evaluator> shows,
        Optional<Pattern> at,
        int within) {

    Optional<Finding> judge(Page page, PageView view) {
        boolean fits = view.words() <= within
                && at.map(pattern -> pattern.matcher(address(page)).find()).orElse(true)
                && says.map(pattern -> says(view, pattern)).orElse(true)
                && shows.map(element -> view.document().selectFirst(element) != null)
                        .orElse(true);
        return fits
                ? Optional.of(Finding.of(state, code, "The platform's own words or marks: " + code + "."))
                : Optional.empty();
    }

    private static String address(Page page) {
        return page.effectiveUrl().map(URI::normalize).map(Identity::path).orElse("");
    }

    private static boolean says(PageView view, Pattern pattern) {
        return pattern.matcher(view.plainTitle()).find()
                || pattern.matcher(view.plainHeading()).find()
                || view.plainLines().stream()
                        .anyMatch(line -> pattern.matcher(line).find());
    }
}
