package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.BlockKind;
import org.evidencewatch.extract.Post;
import org.evidencewatch.extract.Topic;

/** The reading of one thread, post by post in the order of their numbers, for some forums sort by votes. One use each. */
final class ThreadReading {

    private static final int MOST_SENTENCES = 10_000;

    /** Nobody describes a problem for so long, and whoever does must not keep the others from being read. */
    private static final int MOST_OF_A_POST = 300;

    private final Lexicon lexicon;
    private final List<ProblemStep> course = new ArrayList<>();
    private int left = MOST_SENTENCES;

    ThreadReading(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Optional<ReportedProblem> read(List<Block> blocks, Topic topic) {
        Map<Long, List<String>> passages = passages(blocks, topic);
        topic.posts().stream()
                .filter(post -> !post.hidden())
                .sorted(Comparator.comparingLong(Post::number))
                .forEach(post -> add(post, passages.getOrDefault(post.number(), List.of())));
        return course.isEmpty() ? Optional.empty() : Optional.of(new ReportedProblem(course));
    }

    private void add(Post post, List<String> passages) {
        List<ProblemSentence> sentences = passages.stream()
                .flatMap(passage -> SentenceSplitter.split(passage).stream())
                .limit(Math.min(left, MOST_OF_A_POST))
                .map(sentence -> new ProblemSentence(sentence, lexicon.tokens(sentence)))
                .toList();
        left -= sentences.size();
        course.addAll(new PostReading(post, course).read(sentences));
    }

    /** The passages of each post, without those that it repeats of others. The title is of whoever opened the topic. */
    private static Map<Long, List<String>> passages(List<Block> blocks, Topic topic) {
        var passages = new HashMap<Long, List<String>>();
        Optional<Long> first = topic.posts().stream().map(Post::number).findFirst();
        for (Block block : blocks) {
            boolean own = block.kind() != BlockKind.QUOTE && block.kind() != BlockKind.CODE;
            Optional<Long> post = block.post().or(() -> block.kind() == BlockKind.HEADING ? first : Optional.empty());
            post.filter(number -> own)
                    .ifPresent(number -> passages.computeIfAbsent(number, n -> new ArrayList<>())
                            .add(block.text()));
        }
        return passages;
    }
}
