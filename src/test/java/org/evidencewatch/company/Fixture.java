package org.evidencewatch.company;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evidencewatch.citation.CanonicalUrl;
import org.evidencewatch.extract.CardText;

/** The files under {@code fixtures/companies}, and a reader as the commands wire it. */
final class Fixture {

    static final RecordReader READER = new RecordReader(new CardText(), CanonicalUrl::read);

    private Fixture() {}

    static String text(String name) {
        try {
            return Files.readString(Path.of("fixtures", "companies", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReadResult read(String name, String text) {
        return READER.read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static ReadResult read(String name) {
        return read(name, text(name));
    }

    /** The only record of a file that must have no errors. */
    static CompanyRecord record(ReadResult result) {
        if (!result.errors().isEmpty() || result.records().size() != 1) {
            throw new AssertionError("errors: " + result.errors());
        }
        return result.records().getFirst();
    }
}
