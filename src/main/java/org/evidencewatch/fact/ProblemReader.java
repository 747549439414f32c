package org.evidencewatch.fact;

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

    private final Lexicon lexicon;

    /** A reader with the wordings of this program. */
    public ProblemReader() {
        this.lexicon = RuleBook.installed(List.of("problems")).lexicon();
    }

    /** The problem that a topic tells of; empty where it tells of none. */
    public Optional<ReportedProblem> read(List<Block> blocks, Topic topic) {
        return new ThreadReading(lexicon).read(blocks, topic);
    }
}
