package org.evidencewatch.web.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.ClaimSheet;
import org.evidencewatch.change.ClaimVerdict;
import org.evidencewatch.review.ClaimEdit;
import org.evidencewatch.review.OpenReason;
import org.evidencewatch.web.Wording;

/**
 * A claim in question, as it is published, with the pages that speak for it.
 *
 * @param key of its place in the record, such as {@code refund/0}
 * @param offered what it would state if the change is accepted; empty to drop it
 * @param proposed whether that is another statement than the present one
 */
record ClaimView(
        String key, String label, String statement, String offered, boolean proposed, boolean drops, List<Page> pages) {

    /**
     * A page that the claim rests on.
     *
     * @param here whether it is the page that the reason is about
     * @param says what it says of the claim, in words
     */
    record Page(
            String title,
            String url,
            Optional<String> link,
            boolean here,
            String says,
            Optional<String> accessed,
            Optional<String> read,
            Optional<String> quote) {}

    /** The claims whose dimension the reason touches, or which its edits name. */
    static List<ClaimView> of(ClaimSheet sheet, OpenReason reason) {
        return sheet.claims().stream()
                .filter(claim ->
                        reason.stake().touched().contains(claim.dimension().key())
                                || edit(claim, reason).isPresent())
                .map(claim -> of(claim, reason))
                .toList();
    }

    private static ClaimView of(ClaimSheet.Of claim, OpenReason reason) {
        Optional<ClaimEdit> edit = edit(claim, reason);
        String offered = edit.map(each -> each.statement().orElse("")).orElse(claim.statement());
        return new ClaimView(
                claim.dimension().key() + "/" + claim.ordinal(),
                Wording.dimension(claim.dimension()),
                claim.statement(),
                offered,
                !offered.equals(claim.statement()),
                offered.isEmpty(),
                claim.pages().stream().map(page -> page(page, reason)).toList());
    }

    private static Optional<ClaimEdit> edit(ClaimSheet.Of claim, OpenReason reason) {
        return reason.stake().proposal().stream()
                .filter(edit -> edit.dimension() == claim.dimension() && edit.ordinal() == claim.ordinal())
                .findFirst();
    }

    private static Page page(ClaimSheet.Page page, OpenReason reason) {
        return new Page(
                page.title(),
                page.url(),
                Wording.link(page.url()),
                reason.url().equals(Optional.of(page.url())),
                page.verdict().map(ClaimView::says).orElse("not linked to the claim yet"),
                page.accessed().map(LocalDate::toString),
                page.readAt().map(Wording::time),
                page.quote());
    }

    private static String says(ClaimVerdict verdict) {
        return verdict.word().replace('-', ' ');
    }
}
