package org.evidencewatch.change;

/** What one observation does to the detections of its source. */
public sealed interface Effect {

    /** Something not seen before: a change is observed. */
    record Observe(Kind kind, Fingerprint fingerprint) implements Effect {}

    /** A later read agrees with a change. */
    record Confirm(Detection change) implements Effect {}

    /** A detection ends. */
    record End(Detection change, Outcome outcome) implements Effect {}

    /** How a detection ends without a person. */
    enum Outcome {
        UNCONFIRMED("a later read did not agree"),
        REVERTED("the page is back at what was accepted"),
        SUPERSEDED("a newer change took its place"),
        SUPPRESSED("the captures that showed it do not differ, read by today's rules");

        private final String detail;

        Outcome(String detail) {
            this.detail = detail;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        String detail() {
            return detail;
        }
    }
}
