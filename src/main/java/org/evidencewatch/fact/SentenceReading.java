package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads one statement by the rules: each value takes the first rule whose conditions hold, each flag the first for its role
 * in each clause. One use each.
 */
final class SentenceReading {

    private static final List<String> CONDITIONS = List.of("ONLY");
    private static final List<String> EXCEPTIONS = List.of("EXCEPT", "DISCRETION");
    private static final List<String> DEPENDS = List.of("ANSWER_DEPENDS");
    private static final Set<String> OUTSIDE = Set.of("no", "none", "neither", "nobody", "nothing", "never");
    private static final List<String> PAST = List.of("PAST");

    private final Statement statement;
    private final Clause sentence;
    private final List<Clause> before;
    private final List<Clause> above;
    private @Nullable Scopes scopes;

    /**
     * @param statement what is read
     * @param sentence the whole of it
     * @param before the sentences before it
     * @param above the question, label and headings above
     */
    SentenceReading(Statement statement, Clause sentence, List<Clause> before, List<Clause> above) {
        this.statement = statement;
        this.sentence = sentence;
        this.before = before;
        this.above = above;
    }

    List<Fact> facts(Rules book) {
        var facts = new ArrayList<Fact>();
        var words = new EnumMap<Role, Best>(Role.class);
        List<Rules.Numbered> rules = book.of(sentence.symbols());
        for (Clause clause : Clause.split(sentence.tokens())) {
            if (clause.has(PAST)) {
                continue;
            }
            var place = new Place(sentence, clause);
            clause.tokens().stream()
                    .filter(token -> token.value().isPresent())
                    .forEach(token -> value(rules, place, token).ifPresent(facts::add));
            words(rules, place, words);
        }
        words.values().forEach(found -> facts.add(found.fact()));
        return facts;
    }

    /** What "yes" or "no" behind the label of this statement means. */
    List<Fact> underLabel(Rules rules, Clause label) {
        return answer(rules, label, "LABEL_YES", "LABEL_NO");
    }

    /** What "yes" or "no" at the beginning of this statement means where it answers that question. */
    List<Fact> answer(Rules rules, Clause question) {
        boolean depends = sentence.has(DEPENDS);
        return depends
                ? asked(rules, question, fact -> with(fact, Value.Flag.CONDITIONAL))
                : answer(rules, question, "ANSWER_YES", "ANSWER_NO");
    }

    private List<Fact> answer(Rules rules, Clause question, String sayingYes, String sayingNo) {
        boolean no = sentence.has(List.of(sayingNo));
        boolean yes = !no && sentence.has(List.of(sayingYes));
        if (!yes && !no) {
            return List.of();
        }
        return asked(
                rules,
                question,
                fact -> answered(fact, yes, yes && sentence.has(EXCEPTIONS) && fact.role() != Role.AUTO_RENEWS));
    }

    /** The flags that a question asks for, each as it is answered. */
    private List<Fact> asked(Rules rules, Clause question, UnaryOperator<Fact> answer) {
        var asked = new SentenceReading(statement, question, List.of(), above);
        var words = new EnumMap<Role, Best>(Role.class);
        asked.words(rules.of(question.symbols()), new Place(question, question), words);
        return words.values().stream()
                .map(Best::fact)
                .filter(fact -> fact.value() instanceof Value.Flag)
                .map(answer)
                .toList();
    }

    private Fact answered(Fact fact, boolean yes, boolean conditional) {
        Value.Flag asked = (Value.Flag) fact.value();
        Value.Flag value = conditional
                ? Value.Flag.CONDITIONAL
                : yes ? asked : asked == Value.Flag.CONDITIONAL ? Value.Flag.NO : asked.negated();
        return with(fact, value);
    }

    private Fact with(Fact fact, Value value) {
        Token first = sentence.tokens().getFirst();
        return new Fact(
                fact.role(), value, fact.scope(), false, statement.text(), first.start(), first.end(), fact.rule());
    }

    /** The best that was found for a role, and the place of its rule. */
    private record Best(int rule, Fact fact) {}

    private record Place(Clause sentence, Clause clause) {}

    private Optional<Fact> value(List<Rules.Numbered> rules, Place place, Token token) {
        Value value = token.value().orElseThrow();
        for (Rules.Numbered numbered : rules) {
            Rule rule = numbered.rule();
            boolean fits = rule.reads(value instanceof Value.Duration ? Form.DURATION : Form.MONEY);
            if (fits && holds(rule, place, Optional.of(token))) {
                return rule.role().map(role -> fact(rule, role, meant(role, value), token));
            }
        }
        return Optional.empty();
    }

    /** Of the least and the most that a pause may last only the most counts. */
    private static Value meant(Role role, Value value) {
        return role == Role.PAUSE_LENGTH_MAX && value instanceof Value.Duration duration
                ? Value.Duration.of(duration.high())
                : value;
    }

    /** What the words of a clause state, without a number; of two rules for a role the first one holds. */
    private void words(List<Rules.Numbered> rules, Place place, Map<Role, Best> known) {
        for (Rules.Numbered numbered : rules) {
            Rule rule = numbered.rule();
            if (rule.fixed().isEmpty()) {
                continue;
            }
            Role role = rule.role().orElseThrow();
            boolean better = !known.containsKey(role) || known.get(role).rule() > numbered.number();
            if (better && holds(rule, place, Optional.empty())) {
                Value value = rule.fixed().get();
                Value stated = value instanceof Value.Flag flag && !rule.asIs() ? inContext(flag, place) : value;
                known.put(
                        role,
                        new Best(
                                numbered.number(),
                                fact(rule, role, stated, place.clause().tokens().getFirst())));
            }
        }
    }

    private static Value.Flag inContext(Value.Flag stated, Place place) {
        Token first = place.sentence().tokens().getFirst();
        boolean outside = first.is("NEG") && !place.clause().tokens().contains(first) && OUTSIDE.contains(first.word());
        int negations = place.clause().negations() + (outside ? 1 : 0);
        Value.Flag flag = negations % 2 == 1 ? stated.negated() : stated;
        boolean conditional = place.sentence().has(EXCEPTIONS) || place.clause().has(CONDITIONS);
        return conditional ? Value.Flag.CONDITIONAL : flag;
    }

    private boolean holds(Rule rule, Place place, Optional<Token> value) {
        for (Condition condition : rule.conditions()) {
            boolean there = switch (condition.where()) {
                case VALUE -> value.isPresent() && value.get().isAny(condition.names());
                case CLAUSE -> place.clause().has(condition.names());
                case SENTENCE -> place.sentence().has(condition.names());
                case TOPIC -> place.sentence().has(condition.names()) || any(above, condition);
                case CONTEXT ->
                    place.sentence().has(condition.names()) || any(above, condition) || any(before, condition);
                case ABOVE -> any(above, condition);
            };
            if (there == condition.absent()) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(List<Clause> texts, Condition condition) {
        for (Clause text : texts) {
            if (text.has(condition.names())) {
                return true;
            }
        }
        return false;
    }

    private Fact fact(Rule rule, Role role, Value value, Token at) {
        Optional<String> scope = statement.scope().or(() -> scopes().around(at.start()));
        return new Fact(role, value, scope, false, statement.text(), at.start(), at.end(), rule.name());
    }

    /** Found when the first fact asks for them, for most sentences state none. */
    private Scopes scopes() {
        Scopes known = scopes;
        if (known == null) {
            known = new Scopes(statement.text(), sentence);
            scopes = known;
        }
        return known;
    }
}
