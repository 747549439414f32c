package org.evidencewatch.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IP address as a number, so that a block is a comparison.
 *
 * <p>Unlike {@link InetAddress} it keeps an IPv4-mapped IPv6 address apart from the IPv4 address inside it.
 *
 * @param six IPv6; otherwise IPv4
 * @param high the upper 64 bits of an IPv6 address; 0 for IPv4
 * @param low the lower 64 bits of an IPv6 address; the 32 bits of an IPv4 address
 */
public record Address(boolean six, long high, long low) {

    private static final Pattern QUAD = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

    public Address {
        if (!six && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits, not " + Long.toHexString(low));
        }
    }

    /**
     * Reads the one canonical dotted quad of IPv4 or any RFC 4291 text form of IPv6. No zone, no brackets, and none of
     * the other spellings that resolvers accept ({@code 127.1}, {@code 0x7f000001}).
     */
    public static Optional<Address> parse(String text) {
        return text.indexOf(':') < 0 ? quad(text) : new SixParser(text).parse();
    }

    /** The address that would be dialled. */
    public static Address of(InetAddress address) {
        byte[] octets = address.getAddress();
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return octets.length == 4
                ? new Address(false, 0, Integer.toUnsignedLong(buffer.getInt()))
                : new Address(true, buffer.getLong(), buffer.getLong());
    }

    InetAddress toInetAddress() throws UnknownHostException {
        ByteBuffer buffer = ByteBuffer.allocate(six ? 16 : 4);
        return InetAddress.getByAddress(
                six
                        ? buffer.putLong(high).putLong(low).array()
                        : buffer.putInt((int) low).array());
    }

    int bits() {
        return six ? 128 : 32;
    }

    static Optional<Address> quad(String text) {
        if (!QUAD.matcher(text).matches()) {
            return Optional.empty();
        }
        long value = 0;
        for (String part : text.split("\\.", -1)) {
            int octet = Integer.parseInt(part);
            if (octet > 255) {
                return Optional.empty();
            }
            value = value << 8 | octet;
        }
        return Optional.of(new Address(false, 0, value));
    }
}
