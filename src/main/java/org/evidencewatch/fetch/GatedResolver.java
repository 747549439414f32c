package org.evidencewatch.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.DnsResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gate where the address is dialled. HttpClient asks its resolver about every host it connects to, names and
 * addresses alike, and connects to exactly what the resolver returns: so what was vetted is what is dialled. What was
 * found is held for a moment, so that a request which asks beforehand where it will go costs one look-up.
 */
final class GatedResolver implements DnsResolver {

    private static final Logger LOG = LoggerFactory.getLogger(GatedResolver.class);

    /** How the gate's no travels through HttpClient. */
    static final class GateClosed extends UnknownHostException {

        private final transient Denial denial;

        GateClosed(String host, Denial denial) {
            super("the outbound gate is closed for " + host + ": " + denial);
            this.denial = denial;
        }

        Denial denial() {
            return denial;
        }
    }

    /** What a look-up brought: addresses that may be dialled, or why there are none. */
    private record Found(List<InetSocketAddress> addresses, Optional<UnknownHostException> failure, long at) {}

    private static final long HELD_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST_HELD = 4_096;

    private final Gate gate;
    private final Lookup lookup;
    private final ConcurrentHashMap<String, Found> held = new ConcurrentHashMap<>();
    private final UnaryOperator<InetSocketAddress> way;

    GatedResolver(Gate gate, Lookup lookup) {
        this(gate, lookup, UnaryOperator.identity());
    }

    /** One whose sockets are sent another way than they were told, as {@link GatedSockets} says. */
    GatedResolver(Gate gate, Lookup lookup, UnaryOperator<InetSocketAddress> way) {
        this.gate = gate;
        this.lookup = lookup;
        this.way = way;
    }

    /** Sockets that judge the address once more, whoever told them to connect there. */
    GatedSockets sockets(Set<Integer> ownPorts) {
        return new GatedSockets(gate.addresses(), ownPorts, way);
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        String key = host + " " + port;
        Found found = held.get(key);
        if (found == null || System.nanoTime() - found.at() > HELD_NANOS) {
            forgetOld();
            found = find(host, port);
            held.put(key, found);
        }
        if (found.failure().isPresent()) {
            throw found.failure().get();
        }
        return found.addresses();
    }

    private Found find(String host, int port) {
        try {
            return new Found(vetted(host, port), Optional.empty(), System.nanoTime());
        } catch (UnknownHostException e) {
            return new Found(List.of(), Optional.of(e), System.nanoTime());
        }
    }

    private void forgetOld() {
        if (held.size() >= MOST_HELD) {
            held.values().removeIf(found -> System.nanoTime() - found.at() > HELD_NANOS);
        }
    }

    private List<InetSocketAddress> vetted(String host, int port) throws UnknownHostException {
        String name = HostSyntax.canonical(host)
                .orElseThrow(() -> new GateClosed(host, new Denial(Refusal.SYNTAX, "a host in no canonical spelling")));
        Optional<Address> literal = Address.parse(name);
        List<InetAddress> found = literal.isPresent() ? List.of(literal.get().toInetAddress()) : lookup.addresses(name);
        List<Address> judged = literal.map(List::of)
                .orElseGet(() -> found.stream().map(Address::of).toList());
        Optional<Denial> denial = gate.vet(name, port, judged);
        if (denial.isPresent()) {
            LOG.info("gate closed for {}:{} at {}: {}", name, port, found, denial.get());
            throw new GateClosed(name, denial.get());
        }
        return found.stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /** Not asked by HttpClient when it knows the port; vetted as if for the usual one. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return resolve(host, 443).stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
