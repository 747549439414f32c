package org.evidencewatch.extract;

import java.util.regex.Pattern;

/**
 * Words by which a page says that it stands in for another.
 *
 * @param prose most words of running text that such a page has; an article has more
 * @param pattern matched against lower case in normal form, each language in its own line
 */
record Sign(PageState state, String code, int prose, Pattern pattern) {

    static Sign of(PageState state, String code, int prose, String... patterns) {
        return new Sign(state, code, prose, Pattern.compile(String.join("|", patterns)));
    }

    boolean fits(String line) {
        return pattern.matcher(line).find();
    }
}
