package org.evidencewatch.change;

/**
 * Where words stand on a page.
 *
 * @param start offset of their first character in the reading's text
 * @param end offset after their last
 * @param words as the page has them
 * @param heading path of headings above them, as in {@link org.evidencewatch.extract.Block}
 */
record Place(int start, int end, String words, String heading) {

    Place {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no place: " + start + " to " + end);
        }
    }

    /** The words with what stands above them, for people. */
    String shown() {
        return heading.isEmpty() ? words : heading + ": " + words;
    }
}
