package org.evidencewatch.web.record;

import java.util.List;
import org.evidencewatch.change.WeightyWords;
import org.evidencewatch.change.WeightyWords.Piece;

/**
 * Words in a row that are all old, all new, or on both sides.
 *
 * @param pieces the words, those apart on which a rule hangs
 */
public record Run(Mark mark, List<Piece> pieces) {

    /** On which side words stand. */
    public enum Mark {
        SAME,
        OLD,
        NEW
    }

    public Run {
        pieces = List.copyOf(pieces);
    }

    static Run of(Mark mark, String text) {
        return new Run(mark, WeightyWords.of(text));
    }

    /** Whether the words stood on the old side alone. */
    public boolean old() {
        return mark == Mark.OLD;
    }

    /** Whether the words stand on the new side alone. */
    public boolean fresh() {
        return mark == Mark.NEW;
    }
}
