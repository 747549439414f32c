package org.evidencewatch.fetch;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Puts content codings on. */
enum Coded {
    GZIP("gzip") {
        @Override
        OutputStream into(OutputStream out) throws IOException {
            return new GZIPOutputStream(out);
        }
    },
    DEFLATE("deflate") {
        @Override
        OutputStream into(OutputStream out) {
            return new DeflaterOutputStream(out);
        }
    },
    BR("br") {
        @Override
        OutputStream into(OutputStream out) throws IOException {
            Brotli4jLoader.ensureAvailability();
            return new BrotliOutputStream(out);
        }
    },
    ZSTD("zstd") {
        @Override
        OutputStream into(OutputStream out) throws IOException {
            return new ZstdOutputStreamNoFinalizer(out).setChecksum(true);
        }
    };

    private final String token;

    Coded(String token) {
        this.token = token;
    }

    /** Its name in {@code Content-Encoding}. */
    String token() {
        return token;
    }

    abstract OutputStream into(OutputStream out) throws IOException;

    /** That content, coded. */
    byte[] of(byte[] content) {
        return of(content, 1);
    }

    /** That content so many times, coded piece by piece. */
    byte[] of(byte[] content, int times) {
        var octets = new ByteArrayOutputStream();
        try (OutputStream out = into(octets)) {
            for (int i = 0; i < times; i++) {
                out.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }
}
