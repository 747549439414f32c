package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {

    private static final BodyLimit LIMIT = new BodyLimit(1 << 20, 4 << 20, 100, false);
    private static final byte[] PAGE = "Refunds within 14 days. ".repeat(400).getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "gzip", "x-gzip", "GZIP", "deflate", "deflate, gzip", " identity , gzip "})
    void takesOffWhatWasPutOn(String encoding) throws IOException {
        byte[] coded = PAGE;
        for (String coding : encoding.split(",", -1)) {
            coded = coding.toLowerCase(java.util.Locale.ROOT).contains("gzip")
                    ? gzip(coded)
                    : coding.contains("deflate") ? deflate(coded, false) : coded;
        }
        assertThat(content(Decoding.decode(coded, encoding, LIMIT, true))).isEqualTo(PAGE);
    }

    @Test
    void readsBareDeflateStream() throws IOException {
        assertThat(content(Decoding.decode(deflate(PAGE, true), "deflate", LIMIT, true)))
                .isEqualTo(PAGE);
    }

    @Test
    void leavesEmptyContentEmpty() {
        assertThat(content(Decoding.decode(new byte[0], "gzip", LIMIT, true))).isEmpty();
    }

    @Test
    void doesNotTrustTheSizeInTheTrailer() throws IOException {
        byte[] random = new byte[300_000];
        new Random(7).nextBytes(random);
        byte[] two = concat(gzip(random), gzip("end".getBytes(StandardCharsets.UTF_8)));
        assertThat(content(Decoding.decode(two, "gzip", LIMIT, true))).hasSize(300_003);
    }

    @Test
    void refusesWhatGrowsBeyondTheLimitOrTheRatio() throws IOException {
        byte[] beyondLimit = gzip(new byte[5 << 20]);
        byte[] beyondRatio = gzip(new byte[2 << 20]);
        assertThat(refusal(Decoding.decode(beyondLimit, "gzip", LIMIT, true))).isEqualTo(Refusal.TOO_LARGE);
        assertThat(refusal(Decoding.decode(beyondRatio, "gzip", LIMIT, true))).isEqualTo(Refusal.TOO_LARGE);
        assertThat(refusal(Decoding.decode(gzip(beyondLimit), "gzip, gzip", LIMIT, true)))
                .isEqualTo(Refusal.TOO_LARGE);
        assertThat(refusal(Decoding.decode(PAGE, "gzip, gzip, gzip", LIMIT, true)))
                .isEqualTo(Refusal.TOO_LARGE);
        assertThat(content(Decoding.decode(gzip(new byte[1 << 20]), "gzip", LIMIT, true)))
                .hasSize(1 << 20);
    }

    @Test
    void keepsTheBeginningWhereTheLimitSaysCut() throws IOException {
        byte[] gzip = gzip(PAGE);
        var cut = new BodyLimit(1000, 1000, Integer.MAX_VALUE, true);
        assertThat(content(Decoding.decode(Arrays.copyOf(gzip, gzip.length / 2), "gzip", cut, false)))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(1000);
        assertThat(content(Decoding.decode(PAGE, "", cut, true))).isEqualTo(Arrays.copyOf(PAGE, 1000));
    }

    private static byte[] content(Decoding.Decoded decoded) {
        return switch (decoded) {
            case Decoding.Content content -> content.octets();
            case Decoding.Broken broken -> throw new AssertionError(broken.why().toString());
        };
    }

    private static Refusal refusal(Decoding.Decoded decoded) {
        assertThat(decoded).isInstanceOf(Decoding.Broken.class);
        return ((Exchange.Refused) ((Decoding.Broken) decoded).why()).refusal();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var octets = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(octets)) {
            gzip.write(content);
        }
        return octets.toByteArray();
    }

    private static byte[] deflate(byte[] content, boolean bare) throws IOException {
        var octets = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
        try (OutputStream deflate = new DeflaterOutputStream(octets, deflater)) {
            deflate.write(content);
        } finally {
            deflater.end();
        }
        return octets.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
