package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.BlockKind;
import org.evidencewatch.extract.Post;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.Topic;
import org.evidencewatch.extract.TopicFlag;
import org.evidencewatch.fact.FactChange;
import org.evidencewatch.fact.Spoken;

/**
 * What two readings of a topic mean, post by post. A new reply by a member changes no cited word; one by staff is a small
 * change. An edited or removed post is a change like any other, unless the citation names another post. A changed solution,
 * a hidden post, a closed topic are changes though every other word stands. Words that posts repeat of others are left out.
 * Two readings of which one is no topic are compared as they are.
 */
final class TopicPosts {

    private static final int STAFF_REPLY = 40;
    private static final int SOLUTION = 50;
    private static final int HIDDEN = 45;
    private static final int FLAG = 15;

    /** What the posts weigh that stand beside the one cited. */
    private static final int BESIDE = 10;

    private static final int SHOWN = 280;
    private static final int MOST = 30;

    private final Reading baseline;
    private final Reading now;
    private final Optional<Topic> before;
    private final Optional<Topic> after;

    private TopicPosts(Reading baseline, Reading now) {
        this.baseline = baseline;
        this.now = now;
        boolean topics = baseline.topic().isPresent() && now.topic().isPresent();
        this.before = topics ? baseline.topic() : Optional.empty();
        this.after = topics ? now.topic() : Optional.empty();
    }

    static TopicPosts of(Reading baseline, Reading now) {
        return new TopicPosts(baseline, now);
    }

    /** The baseline's blocks that are to be compared: those of posts on a page that was not read now are not. */
    List<Block> before() {
        return before.isEmpty()
                ? baseline.blocks()
                : own(baseline)
                        .filter(block -> block.post().filter(this::notReadNow).isEmpty())
                        .toList();
    }

    /** The new blocks that are to be compared: those of new replies are not. */
    List<Block> after() {
        if (after.isEmpty()) {
            return now.blocks();
        }
        Set<Long> added = unknown().map(Post::number).collect(Collectors.toSet());
        return own(now).filter(block -> block.post().filter(added::contains).isEmpty())
                .toList();
    }

    /** The facts that differ in what is said in the company's name; a new reply by staff may state some. */
    List<FactChange> facts(List<Edit> news, boolean allNew) {
        List<Block> shown = after.isEmpty()
                ? now.blocks()
                : own(now).filter(
                                block -> block.post().filter(this::notReadThen).isEmpty())
                        .toList();
        return AlteredFacts.between(Spoken.byCompany(before(), before), Spoken.byCompany(shown, after), news, allNew);
    }

    /** What changed beside the words that are compared. */
    List<Reason> reasons() {
        var reasons = new ArrayList<Reason>();
        newReplies()
                .filter(post -> post.role() == Post.Role.STAFF)
                .limit(MOST)
                .forEach(post -> reasons.add(
                        new Reason("post-added", Optional.empty(), Optional.of(opening(now, post)), STAFF_REPLY)));
        newlyHidden()
                .forEach(post -> reasons.add(new Reason(
                        "post-hidden",
                        Optional.of(opening(baseline, post)),
                        Optional.of(opening(now, post)),
                        beside(post.number()) ? BESIDE : HIDDEN)));
        solution().ifPresent(reasons::add);
        newFlags()
                .forEach(flag -> reasons.add(
                        new Reason(flag.code(), Optional.empty(), Optional.of("The forum marks it so."), FLAG)));
        return reasons;
    }

    /** The reason, at no more than little weight where it is of a post beside the one that the citation names. */
    Reason weighed(Edit edit, Reason reason) {
        boolean beside = edit.passage().block().post().filter(this::beside).isPresent();
        return beside && reason.severity() > BESIDE
                ? new Reason(reason.code(), reason.before(), reason.after(), BESIDE)
                : reason;
    }

    private boolean beside(long number) {
        if (after.flatMap(Topic::cited).isEmpty()) {
            return false;
        }
        var weighty = new HashSet<Long>();
        Stream.of(before, after).flatMap(Optional::stream).forEach(topic -> {
            topic.cited().ifPresent(weighty::add);
            topic.posts().stream().limit(1).map(Post::number).forEach(weighty::add);
            topic.posts().stream()
                    .filter(post -> post.accepted() || post.role() == Post.Role.STAFF)
                    .map(Post::number)
                    .forEach(weighty::add);
        });
        return !weighty.contains(number);
    }

    private static Stream<Block> own(Reading reading) {
        return reading.blocks().stream()
                .filter(block -> block.kind() != BlockKind.QUOTE || block.post().isPresent());
    }

    private static Stream<Post> posts(Optional<Topic> topic) {
        return topic.stream().flatMap(known -> known.posts().stream());
    }

    /** New posts, but for those that were there before, too, where we did not look. */
    private Stream<Post> newReplies() {
        return unknown().filter(post -> !notReadThen(post.number()));
    }

    private Stream<Post> unknown() {
        Set<Long> known = posts(before).map(Post::number).collect(Collectors.toSet());
        return posts(after).filter(post -> !known.contains(post.number()));
    }

    private boolean notReadNow(long number) {
        return otherForm() && now.goesOn() && number > lastOf(after);
    }

    private boolean notReadThen(long number) {
        return otherForm() && baseline.goesOn() && number > lastOf(before);
    }

    /** An endpoint may show more posts of a topic than the topic's first page does. */
    private boolean otherForm() {
        return baseline.fromEndpoint() != now.fromEndpoint();
    }

    private static long lastOf(Optional<Topic> topic) {
        return posts(topic).mapToLong(Post::number).max().orElse(Long.MAX_VALUE);
    }

    private Stream<Post> newlyHidden() {
        Set<Long> shown =
                posts(before).filter(post -> !post.hidden()).map(Post::number).collect(Collectors.toSet());
        return posts(after).filter(post -> post.hidden() && shown.contains(post.number()));
    }

    private Optional<Reason> solution() {
        Optional<Post> old = posts(before)
                .filter(Post::accepted)
                .filter(post -> !notReadNow(post.number()))
                .findFirst();
        Optional<Post> current = posts(after)
                .filter(Post::accepted)
                .filter(post -> !notReadThen(post.number()))
                .findFirst();
        return old.map(Post::number).equals(current.map(Post::number))
                ? Optional.empty()
                : Optional.of(new Reason(
                        "solution-changed",
                        old.map(post -> opening(baseline, post)),
                        current.map(post -> opening(now, post)),
                        SOLUTION));
    }

    private Stream<TopicFlag> newFlags() {
        return after.stream()
                .flatMap(topic -> topic.flags().stream())
                .filter(flag ->
                        before.filter(topic -> topic.flags().contains(flag)).isEmpty());
    }

    private static String opening(Reading reading, Post post) {
        String text = reading.blocks().stream()
                .filter(block ->
                        block.post().filter(number -> number == post.number()).isPresent())
                .map(Block::text)
                .collect(Collectors.joining(" "));
        int end = text.length() <= SHOWN ? text.length() : Math.max(1, text.lastIndexOf(' ', SHOWN));
        return text.substring(0, end);
    }
}
