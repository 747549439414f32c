package org.evidencewatch.fetch;

import java.util.List;
import java.util.Optional;

/**
 * Which addresses may be dialled: public unicast, or what the operator allows beyond it.
 *
 * <p>The denied blocks are those of the IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and its
 * updates through RFC 9780) and of the multicast registries, with the few that are denied for another reason marked
 * so. Blocks that IANA calls globally reachable (AS112, AMT, anycast services) are denied with the rest: no help centre
 * lives there. The operator's networks are compared by the address as written, so allowing {@code 127.0.0.0/8} does not
 * allow {@code ::ffff:127.0.0.1}.
 */
final class AddressRules {

    /** One denied block: why it is special, and where that is written. */
    record Block(Network network, String name, String source) {

        private static Block of(String network, String name, String source) {
            return new Block(Network.parse(network), name, source);
        }
    }

    /** The only part of the IPv6 space that is handed out as global unicast (RFC 4291, section 2.4). */
    static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

    static final List<Block> FOUR = List.of(
            Block.of("0.0.0.0/8", "this network", "RFC 791"),
            Block.of("10.0.0.0/8", "private use", "RFC 1918"),
            Block.of("100.64.0.0/10", "shared address space", "RFC 6598"),
            Block.of("127.0.0.0/8", "loopback", "RFC 1122"),
            Block.of("168.63.129.16/32", "a cloud platform's wire server", "its vendor"),
            Block.of("169.254.0.0/16", "link local, cloud metadata", "RFC 3927"),
            Block.of("172.16.0.0/12", "private use", "RFC 1918"),
            Block.of("192.0.0.0/24", "IETF protocol assignments", "RFC 6890"),
            Block.of("192.0.2.0/24", "documentation", "RFC 5737"),
            Block.of("192.31.196.0/24", "AS112", "RFC 7535"),
            Block.of("192.52.193.0/24", "AMT", "RFC 7450"),
            Block.of("192.88.99.0/24", "6to4 relay anycast", "RFC 7526"),
            Block.of("192.168.0.0/16", "private use", "RFC 1918"),
            Block.of("192.175.48.0/24", "AS112 direct delegation", "RFC 7534"),
            Block.of("198.18.0.0/15", "benchmarking", "RFC 2544"),
            Block.of("198.51.100.0/24", "documentation", "RFC 5737"),
            Block.of("203.0.113.0/24", "documentation", "RFC 5737"),
            Block.of("224.0.0.0/4", "multicast", "RFC 5771"),
            Block.of("240.0.0.0/4", "reserved, limited broadcast", "RFC 1112"));

    static final List<Block> SIX = List.of(
            Block.of("::/128", "unspecified", "RFC 4291"),
            Block.of("::1/128", "loopback", "RFC 4291"),
            Block.of("::/96", "IPv4-compatible", "RFC 4291"),
            Block.of("::ffff:0:0/96", "IPv4-mapped", "RFC 4291"),
            Block.of("::ffff:0:0:0/96", "IPv4-translated", "RFC 7915"),
            Block.of("64:ff9b::/96", "IPv4-IPv6 translation", "RFC 6052"),
            Block.of("64:ff9b:1::/48", "local IPv4-IPv6 translation", "RFC 8215"),
            Block.of("100::/64", "discard only", "RFC 6666"),
            Block.of("100:0:0:1::/64", "dummy prefix", "RFC 9780"),
            Block.of("2001::/23", "IETF protocol assignments, Teredo, ORCHID", "RFC 2928"),
            Block.of("2001:db8::/32", "documentation", "RFC 3849"),
            Block.of("2002::/16", "6to4", "RFC 3056"),
            Block.of("2620:4f:8000::/48", "AS112 direct delegation", "RFC 7534"),
            Block.of("3ffe::/16", "6bone, returned", "RFC 3701"),
            Block.of("3fff::/20", "documentation", "RFC 9637"),
            Block.of("5f00::/16", "segment routing", "RFC 9602"),
            Block.of("fc00::/7", "unique local, cloud metadata", "RFC 4193"),
            Block.of("fe80::/10", "link local", "RFC 4291"),
            Block.of("fec0::/10", "site local", "RFC 3879"),
            Block.of("ff00::/8", "multicast", "RFC 4291"));

    /** The upper half of an ISATAP interface identifier, but for its universal/local bit (RFC 5214, section 6.1). */
    private static final long ISATAP = 0x00005efeL;

    private static final long UNIVERSAL_BIT = 0x02000000L;

    private final List<Network> allowed;

    AddressRules(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    boolean operatorHasNetworks() {
        return !allowed.isEmpty();
    }

    /** Whether the address lies in a network that the operator allows. */
    boolean isOperators(Address address) {
        return allowed.stream().anyMatch(network -> network.contains(address));
    }

    /** Why the address may not be dialled; empty when it may. */
    Optional<String> denial(Address address) {
        if (isOperators(address)) {
            return Optional.empty();
        }
        Optional<String> special = (address.six() ? SIX : FOUR)
                .stream()
                        .filter(block -> block.network().contains(address))
                        .findFirst()
                        .map(block -> "not a public address: %s (%s)".formatted(block.name(), block.source()));
        return special.or(() -> address.six() ? notGlobal(address) : Optional.empty());
    }

    private static Optional<String> notGlobal(Address address) {
        if (!GLOBAL_UNICAST.contains(address)) {
            return Optional.of("not a public address: outside 2000::/3 (RFC 4291)");
        }
        boolean isatap = (address.low() >>> 32 & ~UNIVERSAL_BIT) == ISATAP;
        return isatap
                ? Optional.of("not a public address: ISATAP, which carries an IPv4 address (RFC 5214)")
                : Optional.empty();
    }
}
