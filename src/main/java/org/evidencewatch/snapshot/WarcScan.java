package org.evidencewatch.snapshot;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Goes through all records of a WARC file once, in a bounded memory.
 *
 * <p>Where each record is a gzip member of its own, as the standard recommends (WARC 1.1, annex D.2), a broken one is told
 * and left out, and the next is looked for. A file that is not compressed has nothing but the lengths of its records to
 * find the next by: where one is wrong, the file is of no use.
 */
final class WarcScan {

    private static final String NOT_ALONE =
            "its gzip member goes on after it: a wrong Content-Length, or records that are not compressed one by one";

    private static final int LINE_ENDS = 4;

    private final FileChannel file;
    private final long size;
    private final Found found;

    /** Hears what is found. */
    interface Found {

        /**
         * One record.
         *
         * @param at where it lies in the file
         * @param block empty where it could not be read
         * @param flaw why it cannot be used, although its head could be read
         */
        void record(long at, WarcHead head, Optional<WarcBlock> block, Optional<String> flaw);

        /** A record lies there of which nothing is known. */
        void unreadable(long at, String why);
    }

    WarcScan(FileChannel file, Found found) throws IOException {
        this.file = file;
        this.size = file.size();
        this.found = found;
    }

    /** Finds all; empty, or why the file is of no use. */
    Optional<String> run() throws IOException {
        Optional<String> objection = WarcForm.objection(file);
        if (objection.isPresent()) {
            return objection;
        }
        if (WarcForm.isGzip(file)) {
            for (long at = 0; at < size; ) {
                at = member(at);
            }
            return Optional.empty();
        }
        return plain();
    }

    /** One gzip member; where the next begins. */
    private long member(long at) throws IOException {
        Optional<WarcHead> head = Optional.empty();
        try (var member = new GzipMember(file, at)) {
            var octets = new BufferedInputStream(member);
            var reading = WarcHead.read(octets);
            head = reading instanceof WarcHead.Sound sound ? Optional.of(sound.head()) : Optional.empty();
            var block =
                    head.isPresent() ? Optional.of(WarcBlock.read(head.get(), octets)) : Optional.<WarcBlock>empty();
            boolean alone = onlyLineEnds(octets);
            long end = member.end();
            switch (reading) {
                case WarcHead.Sound sound ->
                    found.record(
                            at, sound.head(), block, alone ? block.flatMap(WarcBlock::flaw) : Optional.of(NOT_ALONE));
                case WarcHead.Malformed malformed -> found.unreadable(at, malformed.why());
                case WarcHead.Nothing nothing -> {}
            }
            return end;
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            head.ifPresentOrElse(
                    known -> found.record(at, known, Optional.empty(), Optional.of(why)),
                    () -> found.unreadable(at, why));
            return nextMember(at + 1);
        }
    }

    /** Whether nothing follows but the two line ends that end a record. */
    private static boolean onlyLineEnds(InputStream rest) throws IOException {
        byte[] end = rest.readNBytes(LINE_ENDS + 1);
        return end.length <= LINE_ENDS && new String(end, StandardCharsets.US_ASCII).isBlank();
    }

    /** The next place at which a member with a record begins. */
    private long nextMember(long from) throws IOException {
        var octets = new FileOctets(file, from);
        int before = -1;
        for (int octet; (octet = octets.read()) >= 0; before = octet) {
            long at = octets.position() - 2;
            if (before == 0x1f && octet == 0x8b && at >= from && WarcForm.isRecord(file, at)) {
                return at;
            }
        }
        return size;
    }

    private Optional<String> plain() throws IOException {
        long at = 0;
        while (at < size) {
            var in = new FileOctets(file, at);
            switch (WarcHead.read(in)) {
                case WarcHead.Sound sound -> {
                    var block = WarcBlock.read(sound.head(), in);
                    boolean ended = WarcForm.ended(in);
                    if (!ended) {
                        return lost(at, "its Content-Length does not lead to its end");
                    }
                    found.record(at, sound.head(), Optional.of(block), block.flaw());
                }
                case WarcHead.Malformed malformed -> {
                    return lost(at, malformed.why());
                }
                case WarcHead.Nothing nothing -> {
                    return Optional.empty();
                }
            }
            at = in.position();
        }
        return Optional.empty();
    }

    private static Optional<String> lost(long at, String why) {
        return Optional.of("record at %d: %s; nothing after it can be told apart".formatted(at, why));
    }
}
