package org.evidencewatch.fetch;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a host, as written in a URL, into the one spelling that is used from there on.
 *
 * <p>Refuses every spelling that two readers could take for different hosts: addresses that are not a canonical dotted
 * quad, letters that normalise to ASCII, dots that are not a full stop, and the four characters whose A-label differs
 * between IDNA 2003 and IDNA 2008.
 */
final class HostSyntax {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");

    /** ß, final sigma, ZWNJ, ZWJ; then the ideographic full stop, which IDNA maps to a dot. */
    private static final String DISPUTED = "\u00df\u03c2\u200c\u200d\u3002";

    private HostSyntax() {}

    /** The canonical host: a name as A-labels, a dotted quad, or an IPv6 address; empty when it is none. */
    static Optional<String> canonical(String written) {
        if (written.startsWith("[") && written.endsWith("]")) {
            String inside = written.substring(1, written.length() - 1);
            return inside.indexOf(':') < 0
                    ? Optional.empty()
                    : Address.parse(inside).map(address -> inside.toLowerCase(Locale.ROOT));
        }
        return aLabels(written).map(name -> name.toLowerCase(Locale.ROOT)).flatMap(HostSyntax::nameOrQuad);
    }

    private static Optional<String> aLabels(String written) {
        if (written.chars().allMatch(c -> c < 0x80)) {
            return Optional.of(written);
        }
        if (written.codePoints().anyMatch(HostSyntax::ambiguous)) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean ambiguous(int character) {
        if (character < 0x80) {
            return false;
        }
        String normal = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
        return DISPUTED.indexOf(character) >= 0
                || DISPUTED.indexOf(normal.codePointAt(0)) >= 0
                || normal.chars().anyMatch(c -> c < 0x80);
    }

    private static Optional<String> nameOrQuad(String name) {
        String rootless = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (NUMBER.matcher(rootless.substring(rootless.lastIndexOf('.') + 1)).matches()) {
            return Address.quad(name).map(address -> name);
        }
        boolean wellFormed = rootless.length() <= 253
                && Arrays.stream(rootless.split("\\.", -1))
                        .allMatch(label -> LABEL.matcher(label).matches());
        return wellFormed ? Optional.of(rootless) : Optional.empty();
    }
}
