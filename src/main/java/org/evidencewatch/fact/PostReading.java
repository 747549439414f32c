package org.evidencewatch.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.extract.Post;
import org.evidencewatch.extract.Post.Role;
import org.evidencewatch.fact.ProblemSentence.Saying;
import org.evidencewatch.fact.ProblemStep.Said;

/** What one post adds to the course of a problem, in the order of its words. One use each. */
final class PostReading {

    private static final int LONGEST_QUOTE = 280;

    private final Post post;
    private final List<ProblemStep> earlier;
    private final List<ProblemStep> own = new ArrayList<>();

    /** Whether the post itself speaks of a problem or a repair, so that none need have been reported before. */
    private boolean named;

    PostReading(Post post, List<ProblemStep> earlier) {
        this.post = post;
        this.earlier = List.copyOf(earlier);
    }

    List<ProblemStep> read(List<ProblemSentence> sentences) {
        named = sentences.stream().anyMatch(sentence -> sentence.names("PROBLEM") || sentence.names("REPAIR"));
        sentences.forEach(this::read);
        return List.copyOf(own);
    }

    private void read(ProblemSentence sentence) {
        List<ProblemSentence.Found> found = sentence.says();
        List<DateSaid> days = found.stream().anyMatch(one -> one.saying() == Saying.FIXED)
                ? new DaysNamed(sentence.text(), post.date()).read()
                : List.of();
        for (ProblemSentence.Found one : found) {
            Optional<Said> said =
                    post.role() == Role.STAFF ? byStaff(sentence, one.saying()) : byMember(sentence, one.saying());
            said.ifPresent(step -> add(step, sentence, one, days));
        }
    }

    private Optional<Said> byMember(ProblemSentence sentence, Saying saying) {
        return switch (saying) {
            case FAULT, STUCK -> Optional.of(Said.REPORTED);
            case SAME, UNFIXED, BACK -> step(Said.REPORTED, reported());
            case FIXED, WORKS -> step(Said.SAID_FIXED_BY_MEMBER, reported() && !sentence.asks());
            case KNOWN, PROMISED -> Optional.empty();
        };
    }

    private Optional<Said> byStaff(ProblemSentence sentence, Saying saying) {
        boolean ofProblem = !sentence.asks() && (reported() || named);
        return switch (saying) {
            case BACK -> step(Said.REOPENED, ofProblem);
            case FIXED -> step(Said.FIXED, ofProblem);
            case UNFIXED -> step(saidFixed() ? Said.REOPENED : Said.CONFIRMED, ofProblem && !own(Said.REOPENED));
            case KNOWN, PROMISED -> step(Said.CONFIRMED, ofProblem && !told());
            case FAULT -> step(reported() ? Said.CONFIRMED : Said.REPORTED, isNews(sentence) && !told());
            case STUCK, SAME, WORKS -> Optional.empty();
        };
    }

    private static Optional<Said> step(Said said, boolean holds) {
        return holds ? Optional.of(said) : Optional.empty();
    }

    /**
     * Whether staff tell of a fault. What they tell one person of is that person's ("your payment failed"); and before
     * anybody reported something, only words of this time are no rule ("codes do not work with other offers").
     */
    private boolean isNews(ProblemSentence sentence) {
        boolean ofNow = reported() || sentence.names("NOW") || sentence.names("PROBLEM");
        return ofNow && !sentence.asks() && !sentence.names("YOU");
    }

    /** Whether the company's last word before this post was that it is repaired. */
    private boolean saidFixed() {
        return earlier.stream()
                .filter(step -> step.role() == Role.STAFF)
                .reduce((before, last) -> last)
                .filter(last -> last.said() == Said.FIXED)
                .isPresent();
    }

    private boolean reported() {
        return !earlier.isEmpty() || !own.isEmpty();
    }

    /** Whether this post told already how it ended. */
    private boolean told() {
        return own(Said.FIXED) || own(Said.REOPENED);
    }

    private boolean own(Said said) {
        return own.stream().anyMatch(step -> step.said() == said);
    }

    /** What is said twice counts once; a repair by the sentence that names its day, and not where it is but in part. */
    private void add(Said said, ProblemSentence sentence, ProblemSentence.Found found, List<DateSaid> days) {
        Optional<LocalDate> day =
                found.saying() == Saying.FIXED ? DateSaid.nearest(days, found.at()) : Optional.empty();
        boolean again = !own.isEmpty() && own.getLast().said() == said;
        boolean turns = (said == Said.FIXED || said == Said.REOPENED) && !again;
        if (own(said) && !turns && day.isEmpty()) {
            return;
        }
        own.removeIf(step -> step.said() == said || (found.saying() == Saying.UNFIXED && step.said() == Said.FIXED));
        own.add(new ProblemStep(
                said, post.number(), post.author(), post.role(), day.or(post::date), quote(sentence.text())));
    }

    private static String quote(String sentence) {
        if (sentence.length() <= LONGEST_QUOTE) {
            return sentence;
        }
        int space = sentence.lastIndexOf(' ', LONGEST_QUOTE);
        return sentence.substring(0, space > 0 ? space : LONGEST_QUOTE) + " \u2026";
    }
}
