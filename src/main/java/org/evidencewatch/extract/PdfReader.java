package org.evidencewatch.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines out of a PDF by Apache PDFBox: what pages print, and nothing else; no scripts, forms, notes, attachments
 * or references to other files. Bounded in octets, pages, letters and unpacked streams, which alone decide on an idle
 * machine, and in time: beyond it the thread that reads is left to itself, for PDFBox cannot be stopped everywhere.
 */
final class PdfReader {

    static final int MOST_OCTETS = 16 << 20;
    static final int MOST_PAGES = 1_000;

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int TAIL = 4096;
    private static final int LONGEST_WORDS = 200;

    private PdfReader() {}

    /** @throws CancellationException when the calling thread is interrupted; it stays interrupted */
    static PdfFile read(byte[] body) {
        return read(body, LONGEST);
    }

    static PdfFile read(byte[] body, Duration longest) {
        if (body.length > MOST_OCTETS || !PdfBounds.mayOpen(body)) {
            return PdfFile.Unreadable.tooLarge("its octets, or what they unpack to");
        }
        if (!ends(body)) {
            return PdfFile.Unreadable.damaged("it breaks off");
        }
        PdfFonts.install();
        var source = new PdfSource(body, System.nanoTime() + longest.toNanos());
        var reading = new FutureTask<>(() -> opened(source));
        Thread.ofPlatform().daemon().name("pdf").start(reading);
        try {
            return reading.get(longest.plusSeconds(1).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | InterruptedException ended) {
            reading.cancel(true);
            return late(ended);
        } catch (ExecutionException failed) {
            return failed(Objects.requireNonNullElse(failed.getCause(), failed));
        }
    }

    /** PDFBox would make do with what came of a file; but half a document is not the document. */
    private static boolean ends(byte[] body) {
        int from = Math.max(0, body.length - TAIL);
        return new String(body, from, body.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    private static PdfFile late(Exception ended) {
        if (ended instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a PDF was read");
        }
        return PdfFile.Unreadable.tooLarge("the time that it takes");
    }

    /** PDFBox meets damage with exceptions of every kind. */
    private static PdfFile failed(Throwable cause) {
        return switch (cause) {
            case PdfSource.Late late -> PdfFile.Unreadable.tooLarge("the time that it takes");
            case OutOfMemoryError full -> PdfFile.Unreadable.tooLarge("the memory that it takes");
            case InvalidPasswordException locked -> new PdfFile.Locked();
            case IOException damaged -> PdfFile.Unreadable.damaged(sentence(damaged.getMessage()));
            default -> PdfFile.Unreadable.damaged(sentence(cause.toString()));
        };
    }

    /** Without what differs from one run to the next, so that equal files are read alike. */
    private static String sentence(@Nullable String message) {
        String words = message == null ? "" : Passages.collapse(message.replaceAll("@[0-9a-f]+", ""));
        return words.isEmpty() ? "it breaks off" : words.substring(0, Math.min(LONGEST_WORDS, words.length()));
    }

    private static PdfFile opened(PdfSource source) throws IOException {
        try (PDDocument document = Loader.loadPDF(source)) {
            return PdfBounds.mayRead(document.getDocument())
                    ? printed(document, source)
                    : PdfFile.Unreadable.tooLarge("what a part of it unpacks to");
        }
    }

    private static PdfFile printed(PDDocument document, PdfSource source) throws IOException {
        var printer = new PdfPrinter(source);
        int pages = document.getNumberOfPages();
        printer.setEndPage(MOST_PAGES);
        boolean cut = pages > MOST_PAGES;
        try {
            printer.getText(document);
        } catch (PdfPrinter.Full full) {
            cut = true;
        }
        String title = Optional.ofNullable(document.getDocumentInformation().getTitle())
                .orElse("");
        return new PdfFile.Printed(title, pages, printer.lines(), cut);
    }
}
