package org.evidencewatch.alert;

import java.time.Duration;
import java.util.Optional;

/** How one attempt to hand a letter over ended. */
sealed interface SendResult {

    /** The other side took it. */
    record Sent() implements SendResult {}

    /** It did not take this letter; it may take others. */
    record Refused(String why) implements SendResult {}

    /** It is not there or not well, or we cannot know: others would fare no better. */
    record NotSent(String why) implements SendResult {}

    /** It asks to be left alone, for so long where it says. */
    record Busy(String why, Optional<Duration> rest) implements SendResult {}

    /** It says that it is gone for good. */
    record Gone(String why) implements SendResult {}
}
