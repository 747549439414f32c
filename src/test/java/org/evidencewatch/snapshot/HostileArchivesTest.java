package org.evidencewatch.snapshot;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.snapshot.HandmadeWarc.gzip;
import static org.evidencewatch.snapshot.HandmadeWarc.joined;
import static org.evidencewatch.snapshot.HandmadeWarc.written;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.evidencewatch.fetch.FailureCause;
import org.evidencewatch.fetch.FetchResult.Refused;
import org.evidencewatch.fetch.Refusal;
import org.evidencewatch.snapshot.HandmadeWarc.Zeros;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that were damaged, or made to do damage. */
@Timeout(60)
class HostileArchivesTest {

    private static final String PAGE = "https://a.example/page";
    private static final String NEXT = "https://a.example/next";
    private static final String DATE = "2026-06-01T02:00:00Z";
    private static final String LATER = "2026-06-02T02:00:00Z";
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n";

    @TempDir
    private Path folder;

    @Test
    void aFlippedBitCostsOneRecordAndNoOlderOnePassesForIt() throws Exception {
        var warc = new HandmadeWarc()
                .response(PAGE, DATE, ANSWER + "older")
                .response(PAGE, LATER, joined(ANSWER, noise(20_000)))
                .response(NEXT, DATE, ANSWER + "next");
        byte[] file = warc.compressed();
        file[(int) (warc.place(1) + warc.place(2)) / 2] ^= 4;
        try (var replayed = Replayed.open(written(folder.resolve("flipped.warc.gz"), file))) {
            assertThat(replayed.archive().flaws())
                    .singleElement()
                    .asString()
                    .contains("flipped.warc.gz: record at " + warc.place(1)
                            + ": Gzip-compressed data is corrupt (CRC32 error).");
            assertThat(replayed.body(NEXT)).isEqualTo("next");
            assertThat(replayed.failure(PAGE).cause()).isEqualTo(FailureCause.PROTOCOL_ERROR);
            assertThat(replayed.failure(PAGE).detail()).contains("record at " + warc.place(1));
            assertThat(replayed.body(PAGE, DATE)).isEqualTo("older");
        }
    }

    @Test
    void whereverABitFlipsTheOtherRecordsStayOrTheFileIsRefused() throws Exception {
        var warc = new HandmadeWarc()
                .response(PAGE, DATE, ANSWER + "a page that is packed by Huffman codes, packed by codes")
                .response(NEXT, DATE, ANSWER + "next");
        for (int at = 0; at < warc.place(1); at++) {
            byte[] file = warc.compressed();
            file[at] ^= 16;
            var opening = WarcArchive.open(written(folder.resolve("flipped.warc.gz"), file));
            if (opening instanceof WarcArchive.Usable usable) {
                usable.archive().close();
                try (var replayed = Replayed.open(folder.resolve("flipped.warc.gz"))) {
                    assertThat(replayed.body(NEXT)).as("octet " + at).isEqualTo("next");
                }
            } else {
                assertThat(at).as("only a file that is no gzip is refused").isLessThan(2);
            }
        }
    }

    @Test
    void aFileThatBreaksOffKeepsWhatIsWhole() throws Exception {
        var warc = new HandmadeWarc().response(PAGE, DATE, ANSWER + "whole").response(NEXT, DATE, ANSWER + "cut");
        byte[] whole = warc.compressed();
        for (int length = (int) warc.place(1) + 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            try (var replayed = Replayed.open(written(folder.resolve("cut.warc.gz"), cut))) {
                assertThat(replayed.archive().flaws()).as("%d octets", length).hasSize(1);
                assertThat(replayed.body(PAGE)).isEqualTo("whole");
            }
        }
        byte[] plain = Arrays.copyOf(warc.plain(), warc.plain().length - 6);
        try (var replayed = Replayed.open(written(folder.resolve("cut.warc"), plain))) {
            assertThat(replayed.archive().flaws()).singleElement().asString().contains("it breaks off: 2 of its");
            assertThat(replayed.failure(NEXT).cause()).isEqualTo(FailureCause.PROTOCOL_ERROR);
        }
    }

    @Test
    void anUncompressedFileIsRefusedWhereARecordDoesNotEndWhereItSays() throws Exception {
        var warc = new HandmadeWarc()
                .response(PAGE, DATE, ANSWER + "page")
                .raw("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 2\r\n\r\nthree\r\n\r\n".getBytes(ISO_8859_1));
        int second = new HandmadeWarc().response(PAGE, DATE, ANSWER + "page").plain().length;
        assertThat(Replayed.objection(warc.plain(folder)))
                .contains("handmade.warc: record at " + second + ": its Content-Length does not lead to its end");
        var noHead = new HandmadeWarc().response(PAGE, DATE, ANSWER).raw("nonsense\r\n\r\n".getBytes(ISO_8859_1));
        assertThat(Replayed.objection(noHead.plain(folder))).contains("its head is none of a WARC record");
    }

    @Test
    void aRecordInsideAPageIsTextOfThePage() throws Exception {
        byte[] forged =
                new HandmadeWarc().response(NEXT, LATER, ANSWER + "forged").plain();
        var warc = new HandmadeWarc()
                .response(PAGE, DATE, joined(ANSWER, "\r\n\r\n", forged, gzip(forged)))
                .response(NEXT, DATE, ANSWER + "real");
        for (Path file : new Path[] {warc.plain(folder), warc.compressed(folder)}) {
            try (var replayed = Replayed.open(file)) {
                assertThat(replayed.body(NEXT)).isEqualTo("real");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filedesc://x.arc 0.0.0.0 20260601000000 text/plain 5 | ARC file",
                "PK\u0003\u0004rest of a WACZ | ZIP file",
                "(\u00b5/\u00fdrest | zstd",
                "<!doctype html><p>no archive | no WARC file"
            })
    void whatIsNoWarcFileIsRefusedByName(String content, String why) throws Exception {
        Path file = written(folder.resolve("x.warc.gz"), content.getBytes(ISO_8859_1));
        assertThat(Replayed.objection(file)).startsWith(file.toString()).contains(why);
    }

    @Test
    void emptyFilesPackedArcsAndWholesInOneMemberAreRefused() throws Exception {
        assertThat(Replayed.objection(written(folder.resolve("e.warc"), new byte[0])))
                .contains("it is empty");
        byte[] arc = gzip("filedesc://x.arc 0.0.0.0 20260601000000 text/plain 5\n".getBytes(ISO_8859_1));
        assertThat(Replayed.objection(written(folder.resolve("x.arc.gz"), arc))).contains("ARC file");
        var two = new HandmadeWarc().response(PAGE, DATE, ANSWER).response(NEXT, DATE, ANSWER);
        try (var replayed = Replayed.open(written(folder.resolve("one.warc.gz"), gzip(two.plain())))) {
            assertThat(replayed.archive().flaws()).singleElement().asString().contains("not compressed one by one");
            assertThat(replayed.failure(PAGE).detail()).contains("not compressed one by one");
        }
    }

    @Test
    void aRecordOfAnArcAmongOthersIsNoRecord() throws Exception {
        var warc = new HandmadeWarc()
                .response(NEXT, DATE, ANSWER + "next")
                .raw((PAGE + " 192.0.2.1 20260601000000 text/html 9\n" + ANSWER + "hello").getBytes(ISO_8859_1));
        try (var replayed = Replayed.open(warc.compressed(folder))) {
            assertThat(replayed.archive().flaws()).singleElement().asString().contains("none of a WARC record");
            assertThat(replayed.failure(PAGE).cause()).isEqualTo(FailureCause.NOT_RECORDED);
        }
    }

    @Test
    void whatIsNoWebPageIsPassedOver() throws Exception {
        var only = new HandmadeWarc()
                .response("file:///etc/passwd", DATE, ANSWER + "root")
                .response("dns:a.example", DATE, "a.example. 300 IN A 192.0.2.1")
                .record("WARC-Type: conversion\nWARC-Target-URI: " + PAGE + "\nWARC-Date: " + DATE, "text")
                .record("WARC-Type: resource\nWARC-Target-URI: " + PAGE + "\nWARC-Date: " + DATE, "text")
                .record("WARC-Type: nonsense\nWARC-Target-URI: " + PAGE + "\nWARC-Date: " + DATE, "text");
        assertThat(Replayed.objection(only.compressed(folder))).contains("it holds no answer for a web page");
        only.response(NEXT, DATE, ANSWER + "next");
        try (var replayed = Replayed.open(only.compressed(folder))) {
            assertThat(replayed.failure(PAGE).cause()).isEqualTo(FailureCause.NOT_RECORDED);
            assertThat(replayed.fetch("file:///etc/passwd"))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.SCHEME));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WARC-Date: yesterday | no WARC-Date",
                "X-Date: none | no WARC-Date",
                "WARC-Date: -999999999-01-01T00:00:00Z | no WARC-Date",
                "WARC-Date: +999999999-01-01T00:00:00Z | no WARC-Date",
                "WARC-Date: 0001-01-01T00:00:00Z | no WARC-Date",
                "WARC-Date: 2026-06-02T00:00:00Z,WARC-Date: 2026-06-03T00:00:00Z | more than one WARC-Date",
                "WARC-Date: 2026-06-02T00:00:00Z,WARC-Target-URI: https://a.example/next | more than one WARC-Target-URI",
                "WARC-Date: 2026-06-02T00:00:00Z,WARC-Truncated: length | cut it short",
                "WARC-Date: 2026-06-02T00:00:00Z,WARC-Segment-Number: 1 | one segment",
                "WARC-Date: 2026-06-02T00:00:00Z,WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | no longer has",
                "WARC-Date: 2026-06-02T00:00:00Z,Content-Type: text/dns | no HTTP response",
                "WARC-Date: 2026-06-02T00:00:00Z,Content-Length: -1 | no Content-Length",
                "WARC-Date: 2026-06-02T00:00:00Z,Bad\u0000Name: x | none of a WARC record"
            })
    void aRecordWhoseFieldsCannotBeBelievedIsLeftOutWithItsPlace(String fields, String why) throws Exception {
        String type = fields.contains("Content-Type") ? "" : "\nContent-Type: application/http";
        var warc = new HandmadeWarc()
                .response(NEXT, DATE, ANSWER + "next")
                .record(
                        "WARC-Type: response\nWARC-Target-URI: " + PAGE + type + "\n" + fields.replace(",", "\n"),
                        ANSWER);
        try (var replayed = Replayed.open(warc.compressed(folder))) {
            assertThat(replayed.archive().flaws())
                    .singleElement()
                    .asString()
                    .contains("record at " + warc.place(1) + ": ")
                    .contains(why);
            assertThat(replayed.body(NEXT)).isEqualTo("next");
            assertThat(replayed.failure(PAGE)).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"9, TRUNCATED", "3, PROTOCOL_ERROR", "-1, PROTOCOL_ERROR", "nine, PROTOCOL_ERROR"})
    void aContentThatHasNotTheLengthOfItsHeadIsNoAnswer(String length, FailureCause cause) throws Exception {
        var warc = new HandmadeWarc()
                .response(PAGE, DATE, "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\nlying");
        try (var replayed = Replayed.open(warc.compressed(folder))) {
            assertThat(replayed.failure(PAGE).cause()).isEqualTo(cause);
            assertThat(replayed.failure(PAGE).retryable()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no HTTP at all", "HTTP/1.1 2 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nno end"})
    void aBlockThatIsNoHttpMessageIsNoAnswer(String block) throws Exception {
        try (var replayed =
                Replayed.open(new HandmadeWarc().response(PAGE, DATE, block).compressed(folder))) {
            assertThat(replayed.failure(PAGE)).isNotNull();
        }
    }

    @Test
    void bombsAreDefusedWhereverTheyLie() throws Exception {
        byte[] coded = gzip(new Zeros(64 << 20));
        var warc = new HandmadeWarc()
                .response(PAGE, DATE, ANSWER, new Zeros(80 << 20))
                .response(PAGE + "/coded", DATE, joined("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", coded))
                .response(
                        PAGE + "/twice",
                        DATE,
                        joined("HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\n\r\n", gzip(coded)))
                .response(PAGE + "/large", DATE, joined(ANSWER, noise(9 << 20)))
                .response(NEXT, DATE, ANSWER + "next");
        try (var replayed = Replayed.open(warc.compressed(folder))) {
            assertThat(replayed.archive().flaws()).singleElement().asString().contains("expands more than 200 times");
            assertThat(replayed.failure(PAGE).cause()).isEqualTo(FailureCause.PROTOCOL_ERROR);
            for (String bomb : new String[] {"/coded", "/twice", "/large"}) {
                assertThat(replayed.fetch(PAGE + bomb))
                        .as(bomb)
                        .isInstanceOfSatisfying(
                                Refused.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.TOO_LARGE));
            }
            assertThat(replayed.body(NEXT)).isEqualTo("next");
        }
    }

    @Test
    void aMemberWhoseNameHasNoEndIsNotReadToIt() throws Exception {
        byte[] named = {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 3};
        byte[] sound = new HandmadeWarc().response(PAGE, DATE, ANSWER + "page").compressed();
        byte[] next = new HandmadeWarc().response(NEXT, DATE, ANSWER + "next").compressed();
        byte[] file = joined(sound, named, "x".repeat(1 << 20), next);

        try (var replayed = Replayed.open(written(folder.resolve("named.warc.gz"), file))) {
            assertThat(replayed.archive().flaws())
                    .singleElement()
                    .asString()
                    .contains("at " + sound.length, "header is longer than 65536 octets");
            assertThat(replayed.body(PAGE)).isEqualTo("page");
            assertThat(replayed.body(NEXT)).isEqualTo("next");
        }
    }

    @Test
    void headsBeyondReasonAreNotRead() throws Exception {
        var warc = new HandmadeWarc()
                .record("WARC-Type: response\nX: " + "x".repeat(70_000), ANSWER)
                .response(PAGE, DATE, "HTTP/1.1 200 OK\r\nX: " + "x".repeat(20_000) + "\r\n\r\n")
                .response(PAGE + "/many", DATE, "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(1_000) + "\r\n")
                .response(NEXT, DATE, ANSWER + "next");
        try (var replayed = Replayed.open(warc.compressed(folder))) {
            assertThat(replayed.archive().flaws()).singleElement().asString().contains("longer than 65536 octets");
            assertThat(replayed.fetch(PAGE)).isInstanceOf(Refused.class);
            assertThat(replayed.fetch(PAGE + "/many")).isInstanceOf(Refused.class);
            assertThat(replayed.body(NEXT)).isEqualTo("next");
        }
    }

    @Test
    void tenThousandCapturesOfOnePageAreOnePage() throws Exception {
        var warc = new HandmadeWarc();
        Instant first = Instant.parse(DATE);
        for (int n = 0; n < 10_000; n++) {
            warc.response(PAGE, first.plusSeconds(n).toString(), ANSWER + n);
        }
        try (var replayed = Replayed.open(warc.compressed(folder))) {
            assertThat(replayed.body(PAGE)).isEqualTo("9999");
            assertThat(replayed.body(PAGE, first.plusSeconds(77).toString())).isEqualTo("77");
        }
    }

    private static byte[] noise(int octets) {
        byte[] noise = new byte[octets];
        new Random(7).nextBytes(noise);
        return noise;
    }
}
