package org.evidencewatch.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the text forms of an IPv6 address (RFC 4291, section 2.2). */
final class SixParser {

    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    private final String text;

    SixParser(String text) {
        this.text = text;
    }

    Optional<Address> parse() {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true).filter(all -> all.size() == 8).map(SixParser::address);
        }
        String head = text.substring(0, gap);
        String tail = text.substring(gap + 2);
        return groups(head, false).flatMap(before -> groups(tail, true).flatMap(after -> spread(before, after)));
    }

    /** The groups of one side of {@code ::}; the last two may be written as a dotted quad at the very end. */
    private static Optional<List<Integer>> groups(String side, boolean last) {
        List<Integer> groups = new ArrayList<>();
        if (side.isEmpty()) {
            return Optional.of(groups);
        }
        String[] parts = side.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            Optional<Address> quad = last && i == parts.length - 1 ? Address.quad(parts[i]) : Optional.empty();
            if (quad.isPresent()) {
                groups.add((int) (quad.get().low() >>> 16));
                groups.add((int) (quad.get().low() & 0xffff));
            } else if (GROUP.matcher(parts[i]).matches()) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    private static Optional<Address> spread(List<Integer> before, List<Integer> after) {
        int missing = 8 - before.size() - after.size();
        if (missing < 1) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(before);
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(after);
        return Optional.of(address(all));
    }

    private static Address address(List<Integer> groups) {
        return new Address(true, quarter(groups, 0), quarter(groups, 4));
    }

    private static long quarter(List<Integer> groups, int from) {
        long value = 0;
        for (int group : groups.subList(from, from + 4)) {
            value = value << 16 | group;
        }
        return value;
    }
}
