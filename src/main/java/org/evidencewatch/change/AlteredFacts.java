package org.evidencewatch.change;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evidencewatch.extract.Block;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.FactChange;
import org.evidencewatch.fact.FactChanges;
import org.evidencewatch.fact.FactReader;
import org.evidencewatch.fact.Role;

/**
 * Which stated facts differ between two readings of a page, and how bad that is. The whole of both is read: what one passage
 * no longer states another may still.
 */
final class AlteredFacts {

    private static final FactReader READER = new FactReader();

    private AlteredFacts() {}

    /**
     * The facts that differ for what is new.
     *
     * @param news the edits that are news; facts of other sentences are not told where some edits are none
     * @param allNew whether every edit is news
     */
    static List<FactChange> between(List<Block> before, List<Block> after, List<Edit> news, boolean allNew) {
        return FactChanges.between(READER.read(before), READER.read(after)).stream()
                .filter(change -> allNew || news.stream().anyMatch(edit -> within(change, edit)))
                .toList();
    }

    /** The role and its value on either side; a side that does not state it is empty. */
    static Reason reason(FactChange change) {
        return new Reason(
                Reason.FACT + change.direction().name().toLowerCase(Locale.ROOT),
                change.before().map(Fact::told),
                change.after().map(Fact::told),
                stake(change.role()));
    }

    private static boolean within(FactChange change, Edit edit) {
        return within(change.before(), edit.before()) || within(change.after(), edit.after());
    }

    private static boolean within(Optional<Fact> fact, Edit.Side side) {
        return fact.filter(stated -> letters(side.words().text()).contains(letters(stated.sentence())))
                .isPresent();
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** How much of a subscriber's money or trouble hangs on it, whichever way it changed: the index is wrong in both. */
    private static int stake(Role role) {
        return switch (role) {
            case CANCELLATION_CHANNELS,
                    PHONE_REQUIRED,
                    SELF_SERVE_CANCEL,
                    CANCELLATION_FEE,
                    REFUNDABLE,
                    REFUND_WINDOW,
                    COOLING_OFF_PERIOD,
                    NOTICE_PERIOD,
                    MINIMUM_TERM,
                    AUTO_RENEWS -> 88;
            case REFUND_REQUEST_CHANNELS,
                    ACCESS_UNTIL_PERIOD_END,
                    PAUSE_OFFERED,
                    PARTIAL_REFUND,
                    PRORATED_REFUND,
                    REFUND_SHARE,
                    RESTOCKING_FEE,
                    ACCOUNT_DELETION_OFFERED,
                    DATA_DELETION_OFFERED,
                    TRIAL_LENGTH,
                    FREE_TRIAL_OFFERED,
                    TRIAL_CANCEL_WITHOUT_CHARGE,
                    PRICE -> 82;
            case REASON_REQUIRED,
                    DOWNGRADE_TO_FREE,
                    PAUSE_LENGTH_MAX,
                    REFUND_PROCESSING_TIME,
                    DELETION_CHANNELS,
                    DELETION_DELAY,
                    BILLING_PERIOD,
                    RENEWAL_REMINDER_LEAD -> 76;
        };
    }
}
