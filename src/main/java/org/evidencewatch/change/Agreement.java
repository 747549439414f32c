package org.evidencewatch.change;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evidencewatch.change.Voice.Says;

/**
 * Whether the pages that a claim rests on say the same. Nothing is averaged: every page keeps its say, and the weightiest only
 * comes first. Pure.
 *
 * @param voices the weightiest first: by who speaks, then the newest text
 */
public record Agreement(State state, List<Voice> voices) {

    private static final Comparator<Voice> WEIGHTIEST_FIRST = Comparator.comparing(Voice::kind)
            .thenComparing(voice -> voice.at().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(Voice::url);

    /** What they come to. */
    public enum State {
        /** No page says anything that can be told. */
        SILENT,
        /** All that speak state the claim. */
        AGREED,
        /** All that speak state something else. */
        AGAINST,
        /** Some state the claim, and others something else. */
        CONFLICT;

        /** The word for it in output. */
        public String word() {
            return Codes.of(name());
        }
    }

    public Agreement {
        voices = List.copyOf(voices);
    }

    static Agreement of(List<Voice> voices) {
        List<Voice> weighed = voices.stream().sorted(WEIGHTIEST_FIRST).toList();
        Set<Says> said = weighed.stream()
                .map(Voice::says)
                .filter(says -> says != Says.NOTHING)
                .collect(Collectors.toSet());
        State state = said.isEmpty()
                ? State.SILENT
                : said.size() > 1 ? State.CONFLICT : said.contains(Says.THE_SAME) ? State.AGREED : State.AGAINST;
        return new Agreement(state, weighed);
    }

    /** The weightiest page that says anything. */
    public Optional<Voice> first() {
        return voices.stream().filter(voice -> voice.says() != Says.NOTHING).findFirst();
    }
}
