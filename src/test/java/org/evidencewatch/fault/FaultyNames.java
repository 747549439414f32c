package org.evidencewatch.fault;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.security.Security;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The machine's resolver while tests run, but for the names under {@code fault.example}, which behave as a test says and
 * ask nobody. Java finds it by its service file, which names this class.
 */
public final class FaultyNames extends InetAddressResolverProvider {

    private static final String ZONE = ".fault.example";
    private static final Map<String, Behaviour> NAMES = new ConcurrentHashMap<>();

    /** What becomes of a look-up. */
    enum Behaviour {
        WELL,
        NXDOMAIN,
        SERVFAIL,
        SLOW,
        THOUSANDS,
        INWARDS
    }

    /** A name under our zone that behaves so from now on. */
    static String name(String label, Behaviour behaviour) {
        NAMES.put(label + ZONE, behaviour);
        return label + ZONE;
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        // Java remembers answers for half a minute, and a night of a test is shorter.
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        return new Resolver(configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "faulty names";
    }

    private record Resolver(InetAddressResolver builtin) implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            return host.endsWith(ZONE)
                    ? answer(host, NAMES.getOrDefault(host, Behaviour.NXDOMAIN))
                    : builtin.lookupByName(host, policy);
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return builtin.lookupByAddress(address);
        }

        private static Stream<InetAddress> answer(String host, Behaviour behaviour) throws UnknownHostException {
            return switch (behaviour) {
                case WELL -> Stream.of(address(host, 127, 0, 1, 1));
                case NXDOMAIN -> throw new UnknownHostException(host + ": Name or service not known");
                case SERVFAIL -> throw new UnknownHostException(host + ": Temporary failure in name resolution");
                case SLOW -> slow(host);
                case THOUSANDS -> thousands(host);
                case INWARDS -> Stream.of(address(host, 127, 0, 1, 1), address(host, 10, 0, 0, 1));
            };
        }

        private static Stream<InetAddress> thousands(String host) throws UnknownHostException {
            InetAddress one = address(host, 127, 0, 1, 1);
            return IntStream.range(0, 2_000).mapToObj(i -> one);
        }

        private static Stream<InetAddress> slow(String host) throws UnknownHostException {
            try {
                Thread.sleep(20_000);
                return Stream.of(address(host, 127, 0, 1, 1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnknownHostException(host + ": interrupted");
            }
        }

        private static InetAddress address(String host, int... octets) throws UnknownHostException {
            byte[] address = new byte[octets.length];
            for (int i = 0; i < octets.length; i++) {
                address[i] = (byte) octets[i];
            }
            return InetAddress.getByAddress(host, address);
        }
    }
}
