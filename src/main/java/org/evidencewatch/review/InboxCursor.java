package org.evidencewatch.review;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page of the inbox ended: the time of the first page, by which all pages are ordered, and the place of the last row. So
 * no row is skipped or shown twice because time passes or others vanish.
 */
public final class InboxCursor {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int PARTS = 5;
    private static final int LONGEST = 200;
    private static final int HEX = 16;

    private final Instant asOf;
    private final Place last;

    InboxCursor(Instant asOf, Place last) {
        this.asOf = asOf;
        this.last = last;
    }

    /** The cursor whose {@link #toString} this is; empty where it is none. */
    public static Optional<InboxCursor> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] octets = Base64.getUrlDecoder().decode(text);
            return read(new String(octets, StandardCharsets.US_ASCII).split(" ", -1))
                    .filter(cursor -> cursor.toString().equals(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<InboxCursor> read(String[] parts) {
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        Instant asOf = Instant.parse(parts[0]);
        double priority = Double.longBitsToDouble(Long.parseUnsignedLong(parts[1], HEX));
        var last = new Place(priority, Lane.valueOf(parts[2]), Instant.parse(parts[3]), Long.parseLong(parts[4]));
        boolean sound = asOf.isAfter(EARLIEST) && asOf.isBefore(LATEST) && Double.isFinite(priority);
        return sound ? Optional.of(new InboxCursor(asOf, last)) : Optional.empty();
    }

    Instant asOf() {
        return asOf;
    }

    /** Whether what has this place comes later. */
    boolean before(Place place) {
        return last.compareTo(place) < 0;
    }

    /** As it stands in an address: letters, digits, {@code -} and {@code _}. */
    @Override
    public String toString() {
        String parts = "%s %s %s %s %d"
                .formatted(
                        asOf,
                        Long.toHexString(Double.doubleToLongBits(last.priority())),
                        last.lane().name(),
                        last.openedAt(),
                        last.id());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InboxCursor cursor && cursor.asOf.equals(asOf) && cursor.last.equals(last);
    }

    @Override
    public int hashCode() {
        return last.hashCode();
    }
}
