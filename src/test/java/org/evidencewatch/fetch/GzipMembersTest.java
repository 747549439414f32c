package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipMembersTest {

    private static final byte[] ONE = member("one ");
    private static final byte[] TWO = member("two");

    @Test
    void readsMembersOneAfterTheOther() throws IOException {
        assertThat(text(concat(ONE, TWO))).isEqualTo("one two");
        assertThat(text(concat(ONE, concat(member(""), TWO)))).isEqualTo("one two");
    }

    @Test
    void aSecondMemberThatBreaksOffAnywhereIsNoEnd() {
        for (int length = 1; length < TWO.length; length++) {
            byte[] cut = concat(ONE, Arrays.copyOf(TWO, length));
            assertThatThrownBy(() -> text(cut)).as("%d octets", length).isInstanceOf(EOFException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\0\0\0\0\0\0\0\0", "<!-- served by cache 7 -->", "\u001fx"})
    void leavesAloneWhatFollowsAndIsNoMember(String padding) throws IOException {
        assertThat(text(concat(ONE, padding.getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo("one ");
    }

    @Test
    void aWrongCheckSumIsFoundAtTheVeryEnd() {
        assertThatThrownBy(() -> text(flipped(ONE, ONE.length - 8)))
                .isInstanceOf(ZipException.class)
                .hasMessage("wrong check sum");
    }

    @Test
    void aWrongLengthIsFound() {
        assertThatThrownBy(() -> text(flipped(ONE, ONE.length - 1)))
                .isInstanceOf(ZipException.class)
                .hasMessage("wrong length");
    }

    @Test
    void theLastMembersFaultSpoilsTheFirst() {
        byte[] both = concat(ONE, TWO);
        assertThatThrownBy(() -> text(flipped(both, both.length - 5))).isInstanceOf(ZipException.class);
    }

    @Test
    void readsEveryOptionalFieldOfTheHeader() throws IOException {
        byte[] header = {0x1f, (byte) 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3, 2, 0, 'x', 'y', 'n', 0, 'c', 0};
        var crc = new CRC32();
        crc.update(header);
        byte[] check = {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};
        byte[] rest = Arrays.copyOfRange(ONE, 10, ONE.length);
        assertThat(text(concat(concat(header, check), rest))).isEqualTo("one ");

        check[0] ^= 1;
        assertThatThrownBy(() -> text(concat(concat(header, check), rest))).isInstanceOf(ZipException.class);
    }

    @Test
    void refusesReservedFlagsAndOtherMethods() {
        assertThatThrownBy(() -> text(with(ONE, 3, 0x20))).isInstanceOf(ZipException.class);
        assertThatThrownBy(() -> text(with(ONE, 2, 7))).isInstanceOf(ZipException.class);
    }

    private static String text(byte[] coded) throws IOException {
        try (var in = new GzipMembers(coded)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] member(String text) {
        return Coded.GZIP.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] flipped(byte[] octets, int at) {
        return with(octets, at, octets[at] ^ 1);
    }

    private static byte[] with(byte[] octets, int at, int value) {
        byte[] changed = octets.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
