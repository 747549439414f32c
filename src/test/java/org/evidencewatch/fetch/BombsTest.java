package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Few octets that would become many: what they cost us, in octets that the decoding thread allocates. */
class BombsTest {

    private static final BodyLimit PAGE = FetchLimits.DEFAULTS.page();
    private static final byte[] MEGABYTE = new byte[1 << 20];
    private static final int MEGABYTES = 250;

    static Stream<Arguments> bombs() {
        byte[] gzip = Coded.GZIP.of(MEGABYTE, MEGABYTES);
        return Stream.of(
                Arguments.of("gzip, gzip", Coded.GZIP.of(gzip), 600),
                Arguments.of("gzip, br", Coded.BR.of(gzip), 1_000),
                Arguments.of("br", Coded.BR.of(MEGABYTE, MEGABYTES), 1_000),
                Arguments.of("zstd", Coded.ZSTD.of(MEGABYTE, MEGABYTES), 32_000),
                Arguments.of("zstd, zstd", Coded.ZSTD.of(Coded.ZSTD.of(MEGABYTE, MEGABYTES)), 1_000),
                Arguments.of("deflate", Coded.DEFLATE.of(MEGABYTE, MEGABYTES), 300_000));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void a250MegabyteBombIsRefusedForAFewMegabytes(String encoding, byte[] bomb, int most) {
        assertThat(bomb).hasSizeLessThan(most);
        // loads the decoder, whose classes are not part of the cost
        refuse(bomb, encoding);

        long allocated = allocatedBy(() -> refuse(bomb, encoding));

        long bound = bomb.length > 100_000 ? 4L * PAGE.decoded() : 8L << 20;
        assertThat(allocated).isLessThan(bound);
    }

    @Test
    void refusesAZstdWindowAboveEightMebibytes() throws IOException {
        assertThat(Decoding.decode(window(23), "zstd", PAGE, true)).isInstanceOf(Decoding.Content.class);
        assertThat(Decoding.decode(window(24), "zstd", PAGE, true))
                .isInstanceOfSatisfying(
                        Decoding.Broken.class,
                        broken -> assertThat(broken.why())
                                .isInstanceOfSatisfying(
                                        Exchange.Failed.class,
                                        failed -> assertThat(failed.cause()).isEqualTo(FailureCause.DECODE_ERROR)));
    }

    @Test
    void refusesMoreThanTwoCodingsUndecoded() {
        byte[] thrice = Coded.GZIP.of(Coded.GZIP.of(Coded.GZIP.of(MEGABYTE)));
        assertThat(Decoding.decode(thrice, "gzip, gzip, gzip", PAGE, true))
                .isInstanceOfSatisfying(
                        Decoding.Broken.class,
                        broken -> assertThat(broken.why()).isInstanceOf(Exchange.Refused.class));
    }

    @Test
    void skippableFramesWithoutEndAreOverSoon() {
        byte[] skippable = {0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0};
        byte[] many = new byte[PAGE.wire()];
        for (int i = 0; i < many.length; i += skippable.length) {
            System.arraycopy(skippable, 0, many, i, skippable.length);
        }
        assertThat(Decoding.decode(many, "zstd", PAGE, true))
                .isInstanceOfSatisfying(
                        Decoding.Content.class,
                        content -> assertThat(content.octets()).isEmpty());
    }

    /** A frame without known length, so that its window is as large as it says. */
    private static byte[] window(int log) throws IOException {
        var octets = new ByteArrayOutputStream();
        try (var out = new ZstdOutputStreamNoFinalizer(octets)) {
            out.setLong(log);
            out.write(Arrays.copyOf(MEGABYTE, 100_000));
            out.flush();
        }
        return octets.toByteArray();
    }

    private static void refuse(byte[] bomb, String encoding) {
        assertThat(Decoding.decode(bomb, encoding, PAGE, true))
                .isInstanceOfSatisfying(
                        Decoding.Broken.class,
                        broken -> assertThat(broken.why())
                                .isInstanceOfSatisfying(
                                        Exchange.Refused.class,
                                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.TOO_LARGE)));
    }

    private static long allocatedBy(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
