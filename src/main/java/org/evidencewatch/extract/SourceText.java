package org.evidencewatch.extract;

import java.util.Optional;

/**
 * The characters that a page was made of.
 *
 * @param text as they were decoded; empty where the bytes are no text
 * @param mediaType as the answer named it
 * @param length of the body in octets
 * @param cut whether the page goes on where this ends
 */
public record SourceText(Optional<String> text, Optional<String> mediaType, int length, boolean cut) {

    private static final int MOST_CHARACTERS = 2_000_000;

    static SourceText of(Page page) {
        Optional<String> type = PageDecoder.mediaType(page);
        boolean isText = Form.of(page).filter(form -> form != Form.PDF).isPresent();
        Optional<String> text = isText ? Optional.of(PageDecoder.decode(page)) : Optional.empty();
        return new SourceText(
                text.map(whole -> whole.substring(0, Math.min(MOST_CHARACTERS, whole.length()))),
                type,
                page.body().length,
                text.filter(whole -> whole.length() > MOST_CHARACTERS).isPresent());
    }
}
