package org.evidencewatch.alert;

import java.util.Optional;

/** A way to people. Expected failures are results; a channel never throws for what its other side does. */
interface Channel {

    /** Its name in the outbox. */
    String name();

    /** Where it leads; empty where the operator has not set it up. */
    Optional<String> address();

    /** Hands a letter over. Its id and body are the same at every attempt, so that the other side can drop repetitions. */
    SendResult send(Letter letter);
}
