package org.evidencewatch.fetch;

import java.net.InetAddress;
import java.util.Optional;

/** One request and its answer, without robots, redirects or pacing. Never throws for what the network does. */
sealed interface Transport extends AutoCloseable permits LiveTransport, RecordedTransport, ArchivedTransport {

    /** Asks once. Blocks the calling thread until the answer is whole, or one of our limits is reached. */
    Exchange exchange(Ask ask);

    /** The address that a request would be dialled at first; empty where there is none, or none that may be dialled. */
    Optional<InetAddress> whereabouts(Target target);

    @Override
    void close();

    /**
     * What to ask for.
     *
     * @param validators present makes the request conditional
     */
    record Ask(Target target, Optional<Validators> validators, BodyLimit limit) {}
}
