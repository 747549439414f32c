package org.evidencewatch.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evidencewatch.change.AlignedBlocks;
import org.evidencewatch.change.AlignedBlocks.Row;
import org.evidencewatch.change.Finding;
import org.evidencewatch.change.WordChanges;
import org.evidencewatch.change.WordChanges.Stretch;
import org.evidencewatch.extract.Block;
import org.evidencewatch.snapshot.CaptureSheet;
import org.evidencewatch.web.json.PassageView;

/**
 * How two captures differ, both read in one way by today's extractor.
 *
 * @param reasons what the verdict rests on, worst first
 * @param passages the blocks of text that differ, in page order
 * @param leftOut how many blocks were not compared, because the texts are too long
 */
record DiffView(
        Side a,
        Side b,
        String verdict,
        int severity,
        List<PassageView> reasons,
        List<Difference> passages,
        int leftOut) {

    /** One capture. */
    record Side(long capture, String url, Instant at, Optional<String> signedBy) {

        static Side of(CaptureSheet capture) {
            return new Side(capture.id(), capture.url(), capture.at(), capture.signedBy());
        }
    }

    /**
     * A block that differs.
     *
     * @param fate {@code reworded}, {@code removed}, {@code added}, {@code moved-away} or {@code moved-here}
     * @param kind what it is on its page, such as {@code paragraph}
     * @param headingBefore the headings above it as it stood
     * @param words where a reworded one differs, in its order; absent where it is too long to be aligned
     */
    record Difference(
            String fate,
            String kind,
            Optional<String> headingBefore,
            Optional<String> headingAfter,
            Optional<String> before,
            Optional<String> after,
            Optional<List<Stretch>> words) {

        static Difference of(Row row) {
            return new Difference(
                    word(row.fate()),
                    word(row.block().kind()),
                    row.before().map(Block::heading).filter(path -> !path.isEmpty()),
                    row.after().map(Block::heading).filter(path -> !path.isEmpty()),
                    row.before().map(Block::text),
                    row.after().map(Block::text),
                    row.before()
                            .flatMap(old -> row.after().flatMap(now -> WordChanges.between(old.text(), now.text()))));
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static DiffView of(CaptureSheet before, CaptureSheet after, Finding finding, AlignedBlocks aligned) {
        return new DiffView(
                Side.of(before),
                Side.of(after),
                finding.verdict(),
                finding.severity(),
                finding.reasons().stream().map(PassageView::of).toList(),
                aligned.changed().stream().map(Difference::of).toList(),
                aligned.leftOut());
    }
}
