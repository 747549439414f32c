package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads by which ways something is done: each way belongs to what was named last before it, and denied ones do not count. */
final class ChannelReading {

    private static final Set<String> BOUNDARIES = Set.of(";", ":", "(", ")", "\u2014", "but", "because", "instead");
    private static final List<String> WINDOWS = List.of("CH_CHAT", "CH_SUPPORT_TICKET");
    private static final List<String> OTHERS = List.of("OTHER");
    private static final int LIST = 3;
    private static final int BARE = 2;
    private static final int SHORT_QUESTION = 3;

    private static final Map<String, Channel> WAYS = Arrays.stream(Channel.values())
            .filter(channel -> channel != Channel.ONLINE)
            .collect(Collectors.toMap(channel -> "CH_" + channel.name(), channel -> channel));

    private static final Map<String, Role> TOPICS = Map.of(
            "CANCEL", Role.CANCELLATION_CHANNELS,
            "REFUND", Role.REFUND_REQUEST_CHANNELS,
            "DELETE", Role.DELETION_CHANNELS);

    private final Statement statement;
    private final List<Token> tokens;
    private final List<Clause> context;
    /** Whether a question stands right above, so that a bare way is an answer to it. */
    private final boolean asked;

    /** Whether the sentence is about an app. */
    private final boolean app;

    /** Whether it says that a way leads nowhere. */
    private final boolean denied;

    /** Whether it is about an app or a chat, whose buttons it then names. */
    private final boolean elsewhere;

    /**
     * @param before the sentences before it
     * @param context the same and what else stands around it, the nearest first
     */
    ChannelReading(Statement statement, Clause sentence, List<Clause> before, List<Clause> context) {
        this.statement = statement;
        this.tokens = sentence.tokens();
        this.context = List.copyOf(context);
        this.denied = sentence.has(List.of("NOTTHERE"));
        this.app = inApp(tokens)
                || (tokens.stream().noneMatch(t -> t.is("CH_WEB"))
                        && before.stream().map(Clause::tokens).anyMatch(ChannelReading::inApp));
        this.elsewhere = app || sentence.has(WINDOWS) || before.stream().anyMatch(b -> b.has(WINDOWS));
        this.asked = statement.answers() && statement.before().isEmpty();
    }

    /** The ways by which something is done, and those that are named without saying what for. */
    record Result(List<Fact> facts, Set<Channel> unused) {}

    Result read() {
        var found = new EnumMap<Role, Ways>(Role.class);
        var unused = EnumSet.noneOf(Channel.class);
        if (denied) {
            return new Result(List.of(), unused);
        }
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Channel> channel = channel(tokens.get(i));
            if (channel.isEmpty() || denied(i)) {
                continue;
            }
            Token token = tokens.get(i);
            topic(i).map(role -> found.computeIfAbsent(role, r -> new Ways(token, EnumSet.noneOf(Channel.class)))
                            .channels())
                    .orElse(unused)
                    .add(channel.get());
        }
        var facts = new ArrayList<Fact>();
        found.forEach((role, ways) -> facts.add(fact(role, ways)));
        boolean other = tokens.stream().anyMatch(t -> t.is("OTHER"));
        return new Result(facts, other ? Set.of() : unused);
    }

    /**
     * Ways that lead to the same.
     *
     * @param first where the first one is named
     */
    private record Ways(Token first, Set<Channel> channels) {}

    private Fact fact(Role role, Ways ways) {
        return new Fact(
                role,
                new Value.Channels(ways.channels()),
                Optional.empty(),
                false,
                statement.text(),
                ways.first().start(),
                ways.first().end(),
                "channels");
    }

    /**
     * The way that a token names. Buttons and menus are those of the app, or of the window, that the sentence is about; so
     * are settings and accounts in an app.
     */
    private Optional<Channel> channel(Token token) {
        if (token.marks().isEmpty() || token.is("CH_NOT")) {
            return Optional.empty();
        }
        if (token.is("CH_WEB") || (token.is("CH_ONLINE") && !app) || (token.is("CH_MENU") && !elsewhere)) {
            return Optional.of(Channel.ONLINE);
        }
        return token.marks().stream().map(WAYS::get).filter(Objects::nonNull).min(Comparator.naturalOrder());
    }

    private static boolean inApp(List<Token> words) {
        return words.stream().anyMatch(t -> !t.is("CH_NOT") && (t.is("CH_IN_APP") || t.is("CH_APP_STORE")));
    }

    private Optional<Role> topic(int at) {
        for (int i = at; i >= 0; i--) {
            if (tokens.get(i).is("OTHER")) {
                return Optional.empty();
            }
            Optional<Role> topic = topic(tokens.get(i));
            if (topic.isPresent()) {
                return topic;
            }
        }
        for (int i = at; i < tokens.size(); i++) {
            if (tokens.get(i).is("OTHER")) {
                return Optional.empty();
            }
            Optional<Role> topic = topic(tokens.get(i));
            if (topic.isPresent()) {
                return topic;
            }
        }
        boolean leans = asked || tokens.size() <= BARE || tokens.stream().anyMatch(t -> t.is("INSTRUCTION"));
        if (!leans || tokens.stream().anyMatch(t -> t.is(Values.MONEY))) {
            return Optional.empty();
        }
        for (Clause words : context) {
            Optional<Role> topic = words.tokens().stream()
                    .flatMap(token -> topic(token).stream())
                    .findFirst();
            if (topic.isPresent() || isQuestion(words)) {
                return topic;
            }
        }
        return Optional.empty();
    }

    /** Whether it is a question of something else. */
    private static boolean isQuestion(Clause words) {
        boolean other = words.tokens().size() >= SHORT_QUESTION || words.has(OTHERS);
        return other && words.tokens().getLast().word().equals("?");
    }

    private static Optional<Role> topic(Token token) {
        return token.marks().stream().map(TOPICS::get).filter(Objects::nonNull).min(Comparator.naturalOrder());
    }

    private boolean denied(int at) {
        int from = at;
        while (from > 0 && !ends(from - 1)) {
            from--;
        }
        int to = at + 1;
        while (to < tokens.size() && !ends(to)) {
            to++;
        }
        List<Token> clause = tokens.subList(from, to);
        long negations = clause.stream().filter(token -> token.is("NEG")).count();
        return negations % 2 == 1 || clause.stream().anyMatch(token -> token.is("PAST"));
    }

    /** A comma ends a clause, unless it stands in a list of ways. */
    private boolean ends(int i) {
        String word = tokens.get(i).word();
        if (word.equals("and")) {
            return i + 2 < tokens.size()
                    && Clause.isVerb(tokens.get(i + 1).word())
                    && tokens.get(i + 2).is("NEG");
        }
        if (!word.equals(",")) {
            return BOUNDARIES.contains(word);
        }
        if (i + 1 < tokens.size() && tokens.get(i + 1).is("NEG")) {
            return true;
        }
        for (int j = i + 1; j <= Math.min(i + LIST, tokens.size() - 1); j++) {
            if (channel(tokens.get(j)).isPresent()) {
                return false;
            }
        }
        return true;
    }
}
