package org.evidencewatch.fetch;

import java.util.Optional;

/** One request and its answer, without robots, redirects or pacing. Never throws for what the network does. */
sealed interface Transport extends AutoCloseable permits LiveTransport, RecordedTransport {

    /** Asks once. Blocks the calling thread until the answer is whole, or one of our limits is reached. */
    Exchange exchange(Ask ask);

    @Override
    void close();

    /**
     * What to ask for.
     *
     * @param validators present makes the request conditional
     */
    record Ask(Target target, Optional<Validators> validators, BodyLimit limit) {}
}
