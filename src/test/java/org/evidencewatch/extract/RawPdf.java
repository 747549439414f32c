package org.evidencewatch.extract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/** A PDF written object by object, for files that no program would write. Object 1 is the catalogue. */
final class RawPdf {

    private final List<byte[]> objects = new ArrayList<>();

    /** Adds an object; the first is number 1. */
    RawPdf object(String source) {
        objects.add(source.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Adds a stream with these entries in its dictionary. */
    RawPdf stream(String entries, byte[] octets) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("<< " + entries + " /Length " + octets.length + " >>\nstream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(octets);
        out.writeBytes("\nendstream".getBytes(StandardCharsets.ISO_8859_1));
        objects.add(out.toByteArray());
        return this;
    }

    /** A catalogue, a page tree of one page, and its font: objects 1 to 4; the page's content is object 5. */
    static RawPdf ofOnePage() {
        return new RawPdf()
                .object("<< /Type /Catalog /Pages 2 0 R >>")
                .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                .object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
                        + " /Resources << /Font << /F 4 0 R >> /XObject << /X 6 0 R >> >> >>")
                .object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    }

    byte[] file() {
        var out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1));
        var table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(out.size()));
            out.writeBytes(((i + 1) + " 0 obj\n").getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(objects.get(i));
            out.writeBytes("\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        String end = table + "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + out.size()
                + "\n%%EOF\n";
        out.writeBytes(end.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    /** So many equal octets, deflated. */
    static byte[] deflated(byte octet, int length) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        var out = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 16];
        java.util.Arrays.fill(chunk, octet);
        byte[] packed = new byte[1 << 12];
        for (int given = 0; given < length; given += chunk.length) {
            deflater.setInput(chunk);
            while (!deflater.needsInput()) {
                out.write(packed, 0, deflater.deflate(packed));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(packed, 0, deflater.deflate(packed));
        }
        deflater.end();
        return out.toByteArray();
    }
}
