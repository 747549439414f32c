package org.evidencewatch.fetch;

/**
 * A block of addresses in CIDR notation (RFC 4632, RFC 4291 section 2.3).
 *
 * @param first its lowest address; the bits beyond the prefix are zero
 * @param prefix length of the prefix in bits
 */
public record Network(Address first, int prefix) {

    public Network {
        if (prefix < 0 || prefix > first.bits()) {
            throw new IllegalArgumentException("prefix /" + prefix + " of a " + first.bits() + "-bit address");
        }
        if (!first.equals(masked(first, prefix))) {
            throw new IllegalArgumentException("address bits are set beyond the prefix /" + prefix);
        }
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address.
     *
     * @throws IllegalArgumentException naming the text, when it is none of these or has bits beyond its prefix
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        Address first = Address.parse(address)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no address or CIDR block"));
        try {
            return new Network(first, slash < 0 ? first.bits() : Integer.parseInt(text.substring(slash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' has no prefix length after its slash", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no CIDR block: " + e.getMessage(), e);
        }
    }

    /** Whether the address is of the same family and inside. */
    public boolean contains(Address address) {
        return address.six() == first.six() && first.equals(masked(address, prefix));
    }

    /** Its highest address. */
    Address last() {
        int free = first.bits() - prefix;
        long high = first.six() ? first.high() | ~mask(prefix, 64) : 0;
        long low = first.low() | ~mask(first.six() ? prefix - 64 : prefix, first.six() ? 64 : 32);
        return free == 0 ? first : new Address(first.six(), high, first.six() ? low : low & 0xffffffffL);
    }

    private static Address masked(Address address, int prefix) {
        return address.six()
                ? new Address(true, address.high() & mask(prefix, 64), address.low() & mask(prefix - 64, 64))
                : new Address(false, 0, address.low() & mask(prefix, 32));
    }

    /** Ones in the first {@code ones} of the lowest {@code width} bits. */
    private static long mask(int ones, int width) {
        if (ones <= 0) {
            return 0;
        }
        return ones >= width ? -1L >>> (64 - width) : (-1L << (width - ones)) & (-1L >>> (64 - width));
    }
}
