package org.evidencewatch.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/**
 * Tells files whose streams would fill the memory once unpacked, for PDFBox unpacks a stream as a whole. Looks first at the
 * octets, since the tables of a file are unpacked when it is opened; then at each stream of the open file, by its filters.
 */
final class PdfBounds {

    /** Of one stream, unpacked. Text stays far below it; of pictures, which we do not read, a few do not. */
    static final int MOST = 64 << 20;

    /** Longest table of an encrypted file, which cannot be measured before it is opened: deflate packs 1032 to 1. */
    private static final int MOST_SEALED = 64 << 10;

    private static final int DICTIONARY = 2_000;
    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
    private static final Pattern TABLE = Pattern.compile("/(?:ObjStm|XRef)\\b");

    private static final Set<COSName> OF_TEXT = Set.of(
            COSName.FLATE_DECODE,
            COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE,
            COSName.LZW_DECODE_ABBREVIATION,
            COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION,
            COSName.ASCII85_DECODE,
            COSName.ASCII85_DECODE_ABBREVIATION,
            COSName.ASCII_HEX_DECODE,
            COSName.ASCII_HEX_DECODE_ABBREVIATION,
            COSName.CRYPT);

    private PdfBounds() {}

    /** Whether the file may be opened. */
    static boolean mayOpen(byte[] body) {
        String octets = new String(body, StandardCharsets.ISO_8859_1);
        boolean sealed = octets.contains("/Encrypt");
        var streams = STREAM.matcher(octets);
        while (streams.find()) {
            int from = streams.end();
            String dictionary = octets.substring(dictionary(octets, streams.start()), streams.start());
            boolean table = TABLE.matcher(dictionary).find();
            boolean suspect = table && (sealed ? tooLong(octets, from) : otherwisePacked(dictionary));
            if (suspect || (deflated(body, from) && inflated(body, from) > MOST)) {
                return false;
            }
        }
        return true;
    }

    private static int dictionary(String octets, int end) {
        int object = octets.lastIndexOf(" obj", end);
        return Math.max(0, Math.max(object, end - DICTIONARY));
    }

    private static boolean tooLong(String octets, int from) {
        int end = octets.indexOf("endstream", from);
        return (end < 0 ? octets.length() : end) - from > MOST_SEALED;
    }

    private static boolean otherwisePacked(String dictionary) {
        return dictionary.contains("/Filter") && !dictionary.contains("/FlateDecode");
    }

    /** The header of RFC 1950, section 2.2. */
    private static boolean deflated(byte[] body, int at) {
        return at + 2 < body.length
                && (body[at] & 0x0F) == 8
                && (((body[at] & 0xFF) << 8) | (body[at + 1] & 0xFF)) % 31 == 0;
    }

    /** How many octets come out, counted up to a little beyond the bound; damage ends them. */
    private static long inflated(byte[] body, int from) {
        var inflater = new Inflater();
        long written = 0;
        try {
            inflater.setInput(body, from, body.length - from);
            byte[] sink = new byte[1 << 16];
            int more = inflater.inflate(sink);
            while (more > 0 && written <= MOST) {
                written += more;
                more = inflater.inflate(sink);
            }
        } catch (DataFormatException damaged) {
            return written;
        } finally {
            inflater.end();
        }
        return written;
    }

    /**
     * Whether each stream of an open file may be unpacked.
     *
     * @throws PdfSource.Late when no time is left
     */
    static boolean mayRead(COSDocument document) throws PdfSource.Late {
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            if (!fits(document, key)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(COSDocument document, COSObjectKey key) throws PdfSource.Late {
        try {
            return !(document.getObjectFromPool(key).getObject() instanceof COSStream stream) || unpacked(stream);
        } catch (PdfSource.Late late) {
            throw late;
        } catch (Overflow tooMuch) {
            return false;
        } catch (IOException | RuntimeException damaged) {
            // What cannot be unpacked fills no memory; whoever needs it will say so.
            return true;
        }
    }

    private static boolean unpacked(COSStream stream) throws IOException {
        List<COSName> filters = filters(stream.getFilters());
        try (InputStream raw = stream.createRawInputStream()) {
            InputStream packed = raw;
            for (int i = 0; i < filters.size(); i++) {
                var sink = new Sink(i + 1 < filters.size());
                FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(packed, sink, stream, i);
                packed = new ByteArrayInputStream(sink.kept.toByteArray());
            }
        }
        return true;
    }

    /** Up to the first that packs pictures: those are not unpacked for their text. */
    private static List<COSName> filters(@Nullable COSBase named) {
        return Stream.of(named)
                .flatMap(base -> base instanceof COSArray array ? array.toList().stream() : Stream.of(base))
                .takeWhile(base -> base instanceof COSName name && OF_TEXT.contains(name))
                .map(COSName.class::cast)
                .toList();
    }

    /** Takes at most so much. */
    private static final class Sink extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final boolean keeps;
        private long taken;

        Sink(boolean keeps) {
            this.keeps = keeps;
        }

        @Override
        public void write(int octet) throws Overflow {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws Overflow {
            taken += length;
            if (taken > MOST) {
                throw new Overflow();
            }
            if (keeps) {
                kept.write(octets, from, length);
            }
        }
    }

    private static final class Overflow extends IOException {}
}
