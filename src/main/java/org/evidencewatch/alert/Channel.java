package org.evidencewatch.alert;

import java.util.UUID;

/** A way to people. Expected failures are results; a channel never throws for what its other side does. */
interface Channel {

    /** Its name in the outbox. */
    String name();

    /** Whether the operator has set it up. */
    boolean configured();

    /** Hands a digest over. The id is the same at every attempt, so that the other side can drop repetitions. */
    SendResult send(UUID id, Digest digest);
}
