package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every content coding. */
class CodingsTest {

    private static final BodyLimit LIMIT = new BodyLimit(1 << 20, 4 << 20, 100, false);
    private static final byte[] PAGE =
            "Refunds within 14 days, says the help centre. ".repeat(300).getBytes(StandardCharsets.UTF_8);

    @Test
    void everyOneThatIsAskedForIsTestedHere() {
        assertThat(Arrays.stream(Coded.values()).map(Coded::token).toList())
                .containsExactly(Decoding.ACCEPTED.split(", ", -1));
    }

    @ParameterizedTest
    @EnumSource
    void takesOffWhatWasPutOn(Coded coding) {
        byte[] random = new byte[300_000];
        new Random(7).nextBytes(random);
        for (byte[] content : new byte[][] {PAGE, random, new byte[0], new byte[] {'x'}}) {
            assertThat(content(decode(coding, coding.of(content)))).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesOffOneUnderAnother(Coded coding) {
        for (Coded under : Coded.values()) {
            byte[] coded = coding.of(under.of(PAGE));
            assertThat(content(Decoding.decode(coded, under.token() + ", " + coding.token(), LIMIT, true)))
                    .isEqualTo(PAGE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatBreaksOffIsTruncatedWhereverItDoes(Coded coding) {
        byte[] coded = coding.of(PAGE);
        for (int length = 1; length < coded.length; length++) {
            assertThat(cause(decode(coding, Arrays.copyOf(coded, length))))
                    .as("%d of %d octets", length, coded.length)
                    .isEqualTo(FailureCause.TRUNCATED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatBreaksOffIsKeptUpToThereWhereTheLimitSaysCut(Coded coding) {
        byte[] coded = coding.of(PAGE);
        var cut = new BodyLimit(1000, 1000, Integer.MAX_VALUE, true);
        var decoded = Decoding.decode(Arrays.copyOf(coded, coded.length - 1), coding.token(), cut, false);
        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoding.Content.class,
                        content ->
                                assertThat(content.octets()).isEqualTo(Arrays.copyOf(PAGE, content.octets().length)));
    }

    @ParameterizedTest
    @EnumSource
    void aFlippedBitNeverEscapesAsAnException(Coded coding) {
        byte[] coded = coding.of(PAGE);
        for (int bit = 0; bit < 8 * coded.length; bit++) {
            byte[] broken = coded.clone();
            broken[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(decode(coding, broken)).isNotNull();
        }
    }

    /** Brotli has no check sum; the other codings do. */
    @ParameterizedTest
    @EnumSource(names = "BR", mode = EnumSource.Mode.EXCLUDE)
    void aFlippedBitInTheContentIsFound(Coded coding) {
        byte[] random = new byte[2000];
        new Random(3).nextBytes(random);
        byte[] coded = coding.of(random);
        coded[1000] ^= 1;
        assertThat(cause(decode(coding, coded))).isEqualTo(FailureCause.DECODE_ERROR);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotCodedAtAllIsADecodeError(Coded coding) {
        byte[] html = "<!doctype html><html><body>Refunds</body></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(cause(decode(coding, html))).isEqualTo(FailureCause.DECODE_ERROR);
    }

    @ParameterizedTest
    @EnumSource
    void refusesMoreThanTheLimitHoweverItIsReached(Coded coding) {
        byte[] limit = coding.of(new byte[1 << 16], 64);
        byte[] beyond = coding.of(new byte[1 << 16], 65);
        var generous = new BodyLimit(1 << 20, 4 << 20, Integer.MAX_VALUE, false);
        assertThat(Decoding.decode(limit, coding.token(), generous, true)).isInstanceOf(Decoding.Content.class);
        assertThat(Decoding.decode(beyond, coding.token(), generous, true))
                .isInstanceOfSatisfying(
                        Decoding.Broken.class,
                        broken -> assertThat(broken.why()).isInstanceOf(Exchange.Refused.class));
    }

    private static Decoding.Decoded decode(Coded coding, byte[] coded) {
        return Decoding.decode(coded, coding.token(), LIMIT, true);
    }

    private static byte[] content(Decoding.Decoded decoded) {
        return switch (decoded) {
            case Decoding.Content content -> content.octets();
            case Decoding.Broken broken -> throw new AssertionError(broken.why().toString());
        };
    }

    private static FailureCause cause(Decoding.Decoded decoded) {
        assertThat(decoded).isInstanceOf(Decoding.Broken.class);
        return ((Exchange.Failed) ((Decoding.Broken) decoded).why()).cause();
    }
}
