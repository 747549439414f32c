package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.Reading;

/**
 * A topic's posts, told by the heading paths {@code Post 3} and {@code Post 3 by staff}. A reply that was added after the
 * last post of the baseline changes no cited word: by a member it is no change, by staff a small one. An edited or removed
 * post is a change like any other.
 */
final class TopicPosts {

    private static final int STAFF_REPLY = 40;
    private static final int SHOWN = 280;
    private static final Pattern POST = Pattern.compile("^Post (\\d{1,9})( by staff)?(?: > |$)");

    private record Post(boolean staff, List<Block> blocks) {}

    private TopicPosts() {}

    /** Blocks of {@code now} without the replies that came after the baseline's last post. */
    static List<Block> withoutNewReplies(Reading baseline, Reading now) {
        Set<Block> added = new HashSet<>();
        newReplies(baseline, now).values().forEach(post -> added.addAll(post.blocks()));
        return added.isEmpty()
                ? now.blocks()
                : now.blocks().stream().filter(block -> !added.contains(block)).toList();
    }

    /** One reason for each new post by staff. */
    static List<Reason> staffReplies(Reading baseline, Reading now) {
        return newReplies(baseline, now).values().stream()
                .filter(Post::staff)
                .map(post -> new Reason("post-added", Optional.empty(), Optional.of(opening(post)), STAFF_REPLY))
                .toList();
    }

    private static Map<Integer, Post> newReplies(Reading baseline, Reading now) {
        var known = posts(baseline);
        return known.isEmpty() ? Map.of() : posts(now).tailMap(known.lastKey(), false);
    }

    private static NavigableMap<Integer, Post> posts(Reading reading) {
        var posts = new TreeMap<Integer, Post>();
        for (Block block : reading.blocks()) {
            var label = POST.matcher(block.heading());
            if (label.find()) {
                posts.computeIfAbsent(
                                Integer.parseInt(label.group(1)),
                                number -> new Post(label.group(2) != null, new ArrayList<>()))
                        .blocks()
                        .add(block);
            }
        }
        return posts;
    }

    private static String opening(Post post) {
        String text = String.join(" ", post.blocks().stream().map(Block::text).toList());
        int end = text.length() <= SHOWN ? text.length() : Math.max(1, text.lastIndexOf(' ', SHOWN));
        return text.substring(0, end);
    }
}
