package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evidencewatch.extract.Block;

/** The reading of one page: its statements one after another, each with what stands around it. One use each. */
final class PageReading {

    private static final int MOST_STATEMENTS = 4_000;
    private static final int LONGEST_LABEL = 80;
    private static final List<String> LEANING = List.of("HEADLESS", "INSTRUCTION", "GIVEUS");

    private final RuleBook book;

    PageReading(RuleBook book) {
        this.book = book;
    }

    FactSheet read(List<Block> blocks) {
        var found = new ArrayList<Fact>();
        var sentences = new ArrayList<FactSheet.Sentence>();
        List<Statement> statements = Statements.of(blocks);
        int most = Math.min(MOST_STATEMENTS, statements.size());
        for (int i = 0; i < most; i++) {
            Statement statement = statements.get(i);
            if (!statement.asks()) {
                Read read = of(statement, i + 1 < most ? Optional.of(statements.get(i + 1)) : Optional.empty());
                found.addAll(read.facts());
                sentences.add(sentence(statement, read));
            }
        }
        return new FactSheet(Settling.settled(found), sentences);
    }

    /**
     * What one statement gave.
     *
     * @param unused ways that it names for nothing that is known
     */
    private record Read(List<Fact> facts, Set<Channel> unused) {}

    private FactSheet.Sentence sentence(Statement statement, Read read) {
        Clause sentence = read(statement.text());
        Set<Role> topics = Topics.of(sentence);
        read.facts().forEach(fact -> topics.remove(fact.role()));
        List<Value> values = sentence.tokens().stream()
                .filter(token -> read.facts().stream().noneMatch(fact -> fact.start() == token.start()))
                .flatMap(token -> token.value().stream())
                .toList();
        return new FactSheet.Sentence(statement.text(), topics, values, read.unused());
    }

    private Read of(Statement statement, Optional<Statement> next) {
        Clause sentence = read(statement.text());
        if (sentence.tokens().isEmpty() || sentence.symbols().contains("EXAMPLE")) {
            return new Read(List.of(), Set.of());
        }
        var above = statement.above().stream()
                .skip(goesOn(statement, sentence) ? 0 : 1)
                .map(this::read)
                .toList();
        var before = (statement.isLabelled() ? List.<String>of() : statement.before())
                .stream().map(this::read).toList();
        var reading = new SentenceReading(statement, sentence, before, above);
        var facts = new ArrayList<>(reading.facts(book.rules()));
        List<Fact> answers = answers(statement, reading);
        facts.removeIf(fact -> answers.stream().anyMatch(answer -> answer.role() == fact.role()));
        facts.addAll(answers);
        var ways = new ChannelReading(statement, sentence, before, around(statement, before, above, next)).read();
        facts.addAll(ways.facts());
        return new Read(facts, ways.unused());
    }

    /** Whether a sentence is still about the question above it: the first one is, and others that lean on what was said. */
    private static boolean goesOn(Statement statement, Clause sentence) {
        return !statement.answers() || statement.before().isEmpty() || sentence.has(LEANING);
    }

    /** What a short value means under its label or in its row, or a short answer under its question. */
    private List<Fact> answers(Statement statement, SentenceReading reading) {
        return Stream.concat(
                        labels(statement).map(label -> reading.underLabel(book.rules(), read(asked(label)))),
                        question(statement).stream().map(question -> reading.answer(book.rules(), read(question))))
                .filter(answers -> !answers.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Clause> around(
            Statement statement, List<Clause> before, List<Clause> above, Optional<Statement> next) {
        if (statement.text().contains(": ")) {
            return above;
        }
        var around = new ArrayList<>(before);
        around.addAll(above);
        next.ifPresent(later -> around.add(read(later.text())));
        return around;
    }

    private static Stream<String> labels(Statement statement) {
        int colon = statement.text().indexOf(": ");
        return colon > 0 && colon < LONGEST_LABEL
                ? Stream.concat(
                        Stream.of(statement.text().substring(0, colon)),
                        statement.above().stream().limit(1))
                : Stream.of();
    }

    /** A label as the question that is answered behind it. */
    private static String asked(String label) {
        return label.endsWith("?") ? label : label + "?";
    }

    private static Optional<String> question(Statement statement) {
        return statement.before().isEmpty()
                ? statement.above().stream()
                        .filter(above -> above.endsWith("?"))
                        .findFirst()
                : Optional.empty();
    }

    private Clause read(String text) {
        return book.sentences().read(text);
    }
}
