package org.evidencewatch.fact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.BlockKind;
import org.evidencewatch.extract.Post;
import org.evidencewatch.extract.Topic;

/** Tells what a page says in the company's name from what its readers say. */
public final class Spoken {

    private Spoken() {}

    /** The blocks that speak for the company, in their order; see {@link #in}. */
    public static List<Block> byCompany(List<Block> blocks, Optional<Topic> topic) {
        return blocks.stream().filter(in(topic)).toList();
    }

    /**
     * Which blocks of a page speak for the company: all of a page that is no topic; of a topic those of posts by staff, and what
     * belongs to no post, such as the title, where staff opened it. Whatever a member wrote is left out, though it was
     * accepted as solution; so are words that posts repeat of others.
     */
    public static Predicate<Block> in(Optional<Topic> topic) {
        return topic.map(Spoken::in).orElse(block -> true);
    }

    private static Predicate<Block> in(Topic topic) {
        Set<Long> staff = topic.posts().stream()
                .filter(post -> post.role() == Post.Role.STAFF && !post.hidden())
                .map(Post::number)
                .collect(Collectors.toSet());
        boolean opened = topic.posts().stream().limit(1).map(Post::number).anyMatch(staff::contains);
        return block -> block.post().map(staff::contains).orElse(opened && block.kind() != BlockKind.QUOTE);
    }
}
