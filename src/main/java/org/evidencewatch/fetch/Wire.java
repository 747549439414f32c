package org.evidencewatch.fetch;

import java.time.Duration;
import org.evidencewatch.fetch.AddressTurns.Passage;
import org.evidencewatch.fetch.Places.Place;

/** One request after what it must wait for: its turn at the host, one at the address, a place. */
final class Wire implements AutoCloseable {

    private final Turns turns;
    private final AddressTurns addresses;
    private final Transport transport;

    Wire(Turns turns, AddressTurns addresses, Transport transport) {
        this.turns = turns;
        this.addresses = addresses;
        this.transport = transport;
    }

    /**
     * Asks once; again where only a kept connection had been closed.
     *
     * @param pause least time since the request before to the host
     * @param place is had while the request is in flight and kept after it; not while another turn is waited for
     */
    Exchange exchange(Transport.Ask ask, Duration pause, Place place) {
        Exchange first = once(ask, pause, place);
        if (!(first instanceof Exchange.Dropped)) {
            return first;
        }
        Exchange second = once(ask, pause, place);
        return second instanceof Exchange.Dropped dropped ? dropped.failed() : second;
    }

    private Exchange once(Transport.Ask ask, Duration pause, Place place) {
        place.giveBack();
        return turns.take(ask.target().host(), pause, new Crossing(ask.target(), place), () -> transport.exchange(ask));
    }

    @Override
    public void close() {
        transport.close();
        turns.close();
    }

    /** The address before the place: who waits for an address keeps nobody else from the wire. */
    private final class Crossing implements Turns.Approach {

        private final Target target;
        private final Place place;

        private Crossing(Target target, Place place) {
            this.target = target;
            this.place = place;
        }

        @Override
        public Passage enter() {
            Passage passage = transport.whereabouts(target).map(addresses::take).orElse(Passage.FREE);
            try {
                place.take();
                return passage;
            } catch (RuntimeException e) {
                passage.leave();
                throw e;
            }
        }

        @Override
        public void standBack() {
            place.giveBack();
        }
    }
}
