package org.evidencewatch.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
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

    /** Replies stand inside of what they reply to, but not without end. */
    private static final int DEEPEST = 10;

    private final Page page;
    private final PageView view;
    private final MainText text;
    private final Platform platform;
    private final PostRules rules;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Long, Post> posts = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();

    /** Where what was read already ends, so that no word counts for two posts. */
    private int taken;

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
        Outline outline = view.outline();
        BitSet marked = outline.indices(view.document().body().select(rules.post()));
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = marked.nextSetBit(0); i >= 0; i = marked.nextSetBit(i + 1)) {
            while (!open.isEmpty() && open.peek() <= i) {
                open.pop();
            }
            if (open.size() < DEEPEST) {
                add(outline.element(i), repeated, solution);
                open.push(outline.end(i));
            }
        }
        return blocks.isEmpty() ? Optional.empty() : Optional.of(found());
    }

    private void add(Element element, BitSet repeated, Optional<Long> solution) {
        BitSet bodies = view.outline().indices(element.select(rules.body()));
        bodies.clear(0, taken);
        long number =
                Spot.first(rules.number(), element).flatMap(PostNumber::of).orElse(posts.size() + 1L);
        if (bodies.isEmpty() || posts.containsKey(number)) {
            return;
        }
        int first = blocks.size();
        for (int i = bodies.nextSetBit(0); i >= 0; i = bodies.nextSetBit(taken)) {
            text.post(i, number, repeated, blocks);
            taken = view.outline().end(i);
        }
        String words = plain(blocks.subList(first, blocks.size()));
        boolean hidden = rules.hidden().map(notice -> said(notice, words)).orElse(false);
        said.add(words);
        boolean accepted =
                rules.accepted(element) || solution.filter(n -> n == number).isPresent();
        Post.Role role = rules.byStaff(element) ? Post.Role.STAFF : Post.Role.MEMBER;
        String author = Spot.first(rules.author(), element).orElse("");
        posts.put(number, new Post(number, author, role, accepted, hidden, rules.written(element)));
    }

    private Ways.Found found() {
        List<TopicFlag> flags = Stream.of(TopicFlag.values())
                .filter(flag -> Optional.ofNullable(rules.flags().get(flag))
                        .filter(this::shown)
                        .isPresent())
                .toList();
        Optional<Long> cited =
                platform.identity().flatMap(identity -> page.requestedUrl().flatMap(identity::post));
        var topic = new Topic(List.copyOf(posts.values()), cited, flags);
        return new Ways.Found(Way.PROFILE, blocks, Optional.of(topic), notices(topic));
    }

    private boolean shown(PostRules.FlagRule flag) {
        boolean element = flag.shows()
                .map(mark -> view.document().selectFirst(mark) != null)
                .orElse(false);
        return element
                || flag.says()
                        .map(notice -> said.stream().anyMatch(words -> said(notice, words)))
                        .orElse(false);
    }

    private static boolean said(Pattern notice, String words) {
        return Outline.countWords(words) <= SHORT && notice.matcher(words).find();
    }

    private List<StateReason> notices(Topic topic) {
        var notices = new ArrayList<StateReason>();
        topic.flags().forEach(flag -> notices.add(new StateReason(flag.code(), "The forum marks the topic so.")));
        topic.posts().stream()
                .filter(Post::hidden)
                .forEach(post -> notices.add(
                        new StateReason("post-hidden", "A notice stands in for post " + post.number() + ".")));
        if (rules.more().map(mark -> view.document().selectFirst(mark) != null).orElse(false)) {
            notices.add(new StateReason(Reading.MORE_PAGES, "The topic goes on on a page that was not read."));
        }
        topic.cited()
                .filter(number -> topic.posts().stream().noneMatch(post -> post.number() == number))
                .ifPresent(number -> notices.add(new StateReason(
                        "cited-post-missing", "Post " + number + ", which the address cites, is not on this page.")));
        return notices;
    }

    private static String plain(List<Block> blocks) {
        return String.join(" ", blocks.stream().map(Block::comparisonText).toList())
                .toLowerCase(Locale.ROOT);
    }
}
