package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Reads a forum's page by posts, as its platform's profile says. One use each. */
final class TopicReader {

    private static final int SHORT = 40;

    private final Page page;
    private final PageView view;
    private final MainText text;
    private final Platform platform;
    private final PostRules rules;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Long, Post> posts = new HashMap<>();
    private final List<Long> order = new ArrayList<>();

    TopicReader(Page page, PageView view, MainText text, Platform platform, PostRules rules) {
        this.page = page;
        this.view = view;
        this.text = text;
        this.platform = platform;
        this.rules = rules;
    }

    /** The posts and their blocks; empty where the page has no post. */
    Optional<Ways.Found> read() {
        BitSet repeated = rules.quote()
                .map(quote -> view.outline().indices(view.document().body().select(quote)))
                .orElseGet(BitSet::new);
        Optional<Long> solution =
                platform.identity().flatMap(identity -> AcceptedAnswer.linked(view.document(), identity));
        for (Element element : view.document().body().select(rules.post())) {
            List<Element> bodies = List.copyOf(element.select(rules.body()));
            if (!bodies.isEmpty()) {
                add(element, bodies, repeated, solution);
            }
        }
        return blocks.isEmpty() ? Optional.empty() : Optional.of(found());
    }

    private void add(Element element, List<Element> bodies, BitSet repeated, Optional<Long> solution) {
        long number =
                Spot.first(rules.number(), element).flatMap(PostNumber::of).orElse(order.size() + 1L);
        if (posts.containsKey(number)) {
            return;
        }
        int first = blocks.size();
        bodies.forEach(body -> text.post(body, number, repeated, blocks));
        String words = plain(blocks.subList(first, blocks.size()));
        boolean hidden = rules.hidden().isPresent()
                && Outline.countWords(words) <= SHORT
                && rules.hidden().get().matcher(words).find();
        boolean accepted =
                rules.accepted(element) || solution.filter(n -> n == number).isPresent();
        Post.Role role = rules.byStaff(element) ? Post.Role.STAFF : Post.Role.MEMBER;
        String author = Spot.first(rules.author(), element).orElse("");
        posts.put(number, new Post(number, author, role, accepted, hidden));
        order.add(number);
    }

    private Ways.Found found() {
        List<TopicFlag> flags = Stream.of(TopicFlag.values())
                .filter(flag -> Optional.ofNullable(rules.flags().get(flag))
                        .filter(this::shown)
                        .isPresent())
                .toList();
        Optional<Long> cited =
                platform.identity().flatMap(identity -> page.requestedUrl().flatMap(identity::post));
        var topic = new Topic(
                order.stream()
                        .map(number -> Optional.ofNullable(posts.get(number)).orElseThrow())
                        .toList(),
                cited,
                flags);
        return new Ways.Found(Way.PROFILE, blocks, Optional.of(topic), notices(topic));
    }

    private boolean shown(PostRules.FlagRule flag) {
        boolean element = flag.shows()
                .map(mark -> view.document().selectFirst(mark) != null)
                .orElse(false);
        return element || flag.says().map(this::said).orElse(false);
    }

    private boolean said(Pattern words) {
        return order.stream()
                .map(number -> plain(ofPost(number)))
                .anyMatch(post ->
                        Outline.countWords(post) <= SHORT && words.matcher(post).find());
    }

    private List<StateReason> notices(Topic topic) {
        var notices = new ArrayList<StateReason>();
        topic.flags().forEach(flag -> notices.add(new StateReason(flag.code(), "The forum marks the topic so.")));
        topic.posts().stream()
                .filter(Post::hidden)
                .forEach(post -> notices.add(
                        new StateReason("post-hidden", "A notice stands in for post " + post.number() + ".")));
        if (rules.more().map(mark -> view.document().selectFirst(mark) != null).orElse(false)) {
            notices.add(new StateReason("more-pages", "The topic goes on on a page that was not read."));
        }
        topic.cited()
                .filter(number -> topic.posts().stream().noneMatch(post -> post.number() == number))
                .ifPresent(number -> notices.add(new StateReason(
                        "cited-post-missing", "Post " + number + ", which the address cites, is not on this page.")));
        return notices;
    }

    private List<Block> ofPost(long number) {
        return blocks.stream()
                .filter(block -> block.post().filter(post -> post == number).isPresent())
                .toList();
    }

    private static String plain(List<Block> blocks) {
        return String.join(" ", blocks.stream().map(Block::comparisonText).toList())
                .toLowerCase(Locale.ROOT);
    }
}
