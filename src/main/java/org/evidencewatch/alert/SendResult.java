package org.evidencewatch.alert;

/** How one attempt to hand a digest over ended. */
sealed interface SendResult {

    /** The other side took it. */
    record Sent() implements SendResult {}

    /** It did not, or we cannot know. */
    record NotSent(String why) implements SendResult {}
}
