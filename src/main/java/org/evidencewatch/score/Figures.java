package org.evidencewatch.score;

import java.math.BigDecimal;

/** Points and shares as people and files write them. */
final class Figures {

    private Figures() {}

    /** The same number without zeros at its end, and never as a power of ten. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** With one decimal at least: "25.0", "12.75". */
    static String points(BigDecimal points) {
        BigDecimal plain = plain(points);
        return plain.setScale(Math.max(1, plain.scale())).toPlainString();
    }
}
