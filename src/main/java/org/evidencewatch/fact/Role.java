package org.evidencewatch.fact;

import java.util.Locale;
import org.evidencewatch.company.Dimension;

/** What a fact says of a subscription. */
public enum Role {
    CANCELLATION_CHANNELS(Dimension.CHANNELS, Form.CHANNELS, Good.MORE),
    REFUND_REQUEST_CHANNELS(Dimension.CHANNELS, Form.CHANNELS, Good.MORE),
    PHONE_REQUIRED(Dimension.CHANNELS, Form.FLAG, Good.LESS),
    SELF_SERVE_CANCEL(Dimension.CANCELLATION_PAGE, Form.FLAG, Good.MORE),
    REASON_REQUIRED(Dimension.CANCELLATION_PAGE, Form.FLAG, Good.LESS),
    CANCELLATION_FEE(Dimension.CANCELLATION_PAGE, Form.MONEY, Good.LESS),
    ACCESS_UNTIL_PERIOD_END(Dimension.CANCELLATION_PAGE, Form.FLAG, Good.MORE),
    DOWNGRADE_TO_FREE(Dimension.CANCELLATION_PAGE, Form.FLAG, Good.MORE),
    PAUSE_OFFERED(Dimension.PAUSE, Form.FLAG, Good.MORE),
    PAUSE_LENGTH_MAX(Dimension.PAUSE, Form.DURATION, Good.MORE),
    REFUND_WINDOW(Dimension.REFUND, Form.DURATION, Good.MORE),
    REFUND_PROCESSING_TIME(Dimension.REFUND, Form.DURATION, Good.LESS_WHERE_STATED),
    COOLING_OFF_PERIOD(Dimension.REFUND, Form.DURATION, Good.MORE),
    REFUNDABLE(Dimension.REFUND, Form.FLAG, Good.MORE),
    PARTIAL_REFUND(Dimension.REFUND, Form.FLAG, Good.MORE),
    PRORATED_REFUND(Dimension.REFUND, Form.FLAG, Good.MORE),
    REFUND_SHARE(Dimension.REFUND, Form.MONEY, Good.MORE),
    RESTOCKING_FEE(Dimension.REFUND, Form.MONEY, Good.LESS),
    ACCOUNT_DELETION_OFFERED(Dimension.DELETION, Form.FLAG, Good.MORE),
    DATA_DELETION_OFFERED(Dimension.DELETION, Form.FLAG, Good.MORE),
    DELETION_CHANNELS(Dimension.DELETION, Form.CHANNELS, Good.MORE),
    DELETION_DELAY(Dimension.DELETION, Form.DURATION, Good.LESS_WHERE_STATED),
    TRIAL_LENGTH(Dimension.BILLING, Form.DURATION, Good.MORE),
    FREE_TRIAL_OFFERED(Dimension.BILLING, Form.FLAG, Good.MORE),
    TRIAL_CANCEL_WITHOUT_CHARGE(Dimension.BILLING, Form.FLAG, Good.MORE),
    AUTO_RENEWS(Dimension.BILLING, Form.FLAG, Good.LESS),
    NOTICE_PERIOD(Dimension.BILLING, Form.DURATION, Good.LESS),
    MINIMUM_TERM(Dimension.BILLING, Form.DURATION, Good.LESS),
    BILLING_PERIOD(Dimension.BILLING, Form.DURATION, Good.LESS_WHERE_STATED),
    RENEWAL_REMINDER_LEAD(Dimension.BILLING, Form.DURATION, Good.MORE),
    PRICE(Dimension.BILLING, Form.MONEY, Good.LESS_WHERE_STATED);

    /** What is good for the subscriber. */
    enum Good {
        MORE,
        LESS,
        /** Less is better; that it is said at all is neither good nor bad. */
        LESS_WHERE_STATED
    }

    private final Dimension dimension;
    private final Form form;
    private final Good good;

    Role(Dimension dimension, Form form, Good good) {
        this.dimension = dimension;
        this.form = form;
        this.good = good;
    }

    public Dimension dimension() {
        return dimension;
    }

    public Form form() {
        return form;
    }

    Good good() {
        return good;
    }

    /** Whether a longer time, a larger sum, a yes or one more way is good for the subscriber; else it is the contrary. */
    public boolean moreIsBetter() {
        return good == Good.MORE;
    }

    /** The name in files, such as {@code refund_window}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
