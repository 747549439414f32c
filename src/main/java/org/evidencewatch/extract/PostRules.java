package org.evidencewatch.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;

/**
 * How a forum's page is cut into posts.
 *
 * @param post one post, with author and stamps
 * @param body its words
 * @param date where the day of writing stands for machines
 * @param staff stands in, or is, a post by those who run the forum
 * @param rank where the author's title is written
 * @param staffRank titles of those who run the forum
 * @param accepted stands in, or is, the answer accepted as solution
 * @param quote words of other posts or pages, repeated in a post
 * @param hidden words that stand in for a post that was hidden
 * @param more stands in a page that is not the topic's last
 * @param preloaded whether the topic may stand in the page as data for scripts only
 */
record PostRules(
        Evaluator post,
        Evaluator body,
        List<Spot> number,
        List<Spot> author,
        List<Spot> date,
        Optional<Evaluator> staff,
        List<Spot> rank,
        Optional<Pattern> staffRank,
        Optional<Evaluator> accepted,
        Optional<Evaluator> quote,
        Optional<Pattern> hidden,
        Optional<Evaluator> more,
        boolean preloaded,
        Map<TopicFlag, FlagRule> flags) {

    PostRules {
        number = List.copyOf(number);
        author = List.copyOf(author);
        date = List.copyOf(date);
        rank = List.copyOf(rank);
        flags = Map.copyOf(flags);
    }

    /**
     * How a topic shows a flag: by an element, or by a short post that says so.
     *
     * @param says found in a short post in lower case and normal form
     */
    record FlagRule(Optional<Evaluator> shows, Optional<Pattern> says) {}

    Optional<LocalDate> written(Element element) {
        return date.stream()
                .flatMap(spot -> spot.in(element).stream())
                .flatMap(day -> PostDate.of(day).stream())
                .findFirst();
    }

    boolean byStaff(Element element) {
        return staff.map(mark -> element.selectFirst(mark) != null).orElse(false)
                || Spot.first(rank, element)
                        .flatMap(title ->
                                staffRank.map(words -> words.matcher(title).find()))
                        .orElse(false);
    }

    boolean accepted(Element element) {
        return accepted.map(mark -> element.selectFirst(mark) != null).orElse(false);
    }
}
