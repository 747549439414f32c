package org.evidencewatch.company;

import java.util.Optional;

/**
 * What a page says for a claim.
 *
 * @param url the page, as the citation of it is written
 * @param words the words of the page that bore the claim out; empty where none did
 */
public record Support(String url, Optional<String> words, Checked checked) {

    public Support {
        Limit.URL.require(url);
        words.ifPresent(Limit.QUOTE::require);
        if (words.isPresent() && checked.last().isEmpty()) {
            throw new IllegalArgumentException("words of " + url + " that nothing has confirmed");
        }
    }
}
