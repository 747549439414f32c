package org.evidencewatch.change;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.fact.FactChange;

/** What one capture means, beside the baseline of its source. */
public sealed interface Verdict {

    /** The first good reading; it becomes the baseline. */
    record FirstSeen() implements Verdict {}

    /** The main text is the baseline's, or what was flagged already. */
    record Unchanged() implements Verdict {}

    /** The page differs, the main text does not. */
    record Cosmetic() implements Verdict {}

    /** A return to a copy seen before, such as one of an A/B pair. */
    record Variant() implements Verdict {}

    /** Only our extractor changed; alarms nobody. */
    record Reinterpreted() implements Verdict {}

    /**
     * The main text differs from the baseline's.
     *
     * @param severity 0 (trivial) to 100
     * @param reasons worst first, never empty
     * @param facts what the page stated, or states now, otherwise than before; each is among the reasons
     */
    record Changed(int severity, List<Reason> reasons, List<FactChange> facts) implements Verdict {

        public Changed {
            reasons = List.copyOf(reasons);
            facts = List.copyOf(facts);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a change without a reason");
            }
        }

        /** Of words that state no fact. */
        Changed(int severity, List<Reason> reasons) {
            this(severity, reasons, List.of());
        }
    }

    /** The cited quote stands, elsewhere on the page. */
    record QuoteMoved(List<Reason> reasons) implements Verdict {

        public QuoteMoved {
            reasons = List.copyOf(reasons);
        }
    }

    /** The cited quote is no longer on the page. */
    record QuoteLost(int severity, List<Reason> reasons) implements Verdict {

        public QuoteLost {
            reasons = List.copyOf(reasons);
        }
    }

    /** The page answers from another address. */
    record Moved(Optional<URI> candidate, List<Reason> reasons) implements Verdict {

        public Moved {
            reasons = List.copyOf(reasons);
        }
    }

    /** The page says that it is not there: 404, 410, soft 404. */
    record Gone(List<Reason> reasons) implements Verdict {

        public Gone {
            reasons = List.copyOf(reasons);
        }
    }

    /** An answer that is no reading of the page: blocked, walled, parked, erring, empty. */
    record Degraded(List<Reason> reasons) implements Verdict {

        public Degraded {
            reasons = List.copyOf(reasons);
        }
    }

    /** No answer: nothing can be said. */
    record Unverifiable(List<Reason> reasons) implements Verdict {

        public Unverifiable {
            reasons = List.copyOf(reasons);
        }
    }
}
