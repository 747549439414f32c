package org.evidencewatch.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.netpreserve.jwarc.WarcDigest;

/**
 * A record's block, read to its end.
 *
 * @param start its first octets, at most {@link #KEPT}
 * @param flaw why it is not what its record says
 */
record WarcBlock(byte[] start, Optional<String> flaw) {

    /** What a record of named fields needs. */
    static final int KEPT = 16 * 1024;

    /** Reads as many octets as the head says, and checks them against the digest where it has one. */
    static WarcBlock read(WarcHead head, InputStream in) throws IOException {
        var stated = head.field("WARC-Block-Digest").flatMap(WarcBlock::digest);
        var digester = stated.flatMap(WarcBlock::digester);
        var start = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        long left = head.length();
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return new WarcBlock(
                        start.toByteArray(),
                        Optional.of("it breaks off: %d of its %d octets are missing".formatted(left, head.length())));
            }
            digester.ifPresent(d -> d.update(buffer, 0, read));
            start.write(buffer, 0, Math.min(read, KEPT - start.size()));
            left -= read;
        }
        boolean intact = digester.isEmpty()
                || Arrays.equals(digester.get().digest(), stated.orElseThrow().bytes());
        return new WarcBlock(
                start.toByteArray(),
                intact ? Optional.empty() : Optional.of("its block no longer has its WARC-Block-Digest"));
    }

    private static Optional<WarcDigest> digest(String written) {
        try {
            var digest = new WarcDigest(written);
            return digest.bytes().length == 0 ? Optional.empty() : Optional.of(digest);
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Algorithms that we do not have are not checked. */
    private static Optional<MessageDigest> digester(WarcDigest digest) {
        try {
            return Optional.of(digest.getDigester());
        } catch (NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }
}
