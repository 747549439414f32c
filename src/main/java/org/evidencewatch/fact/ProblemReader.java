package org.evidencewatch.fact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.Topic;

/**
 * Reads the course of a problem out of a forum's topic, by wordings that can be looked up ({@code facts/problems.rules}).
 * Only posts by staff confirm, repair or reopen; a member reports, and what else a member says has no weight. Pure and
 * thread-safe; the work grows with the length of the text.
 */
public final class ProblemReader {

    private static final String RULES = "/facts/problems.rules";

    private final Lexicon lexicon;

    /** A reader with the wordings of this program. */
    public ProblemReader() {
        this.lexicon = RuleBook.of("problems", installed()).lexicon();
    }

    /** The problem that a topic tells of; empty where it tells of none. */
    public Optional<ReportedProblem> read(List<Block> blocks, Topic topic) {
        return new ThreadReading(lexicon).read(blocks, topic);
    }

    private static List<String> installed() {
        var in = ProblemReader.class.getResourceAsStream(RULES);
        if (in == null) {
            throw new IllegalStateException("the program lacks its rules for problems");
        }
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
