package org.evidencewatch.extract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The posts of a forum page.
 *
 * @param posts in page order
 * @param cited the post that the cited address names, rather than the topic
 * @param flags in the order of their declaration
 */
public record Topic(List<Post> posts, Optional<Long> cited, List<TopicFlag> flags) {

    public Topic {
        posts = List.copyOf(posts);
        flags = List.copyOf(flags);
    }

    /** What is compared beside the words of the posts, one mark a line: the accepted answers and the flags. */
    String marks() {
        return Stream.concat(
                        posts.stream().filter(Post::accepted).map(post -> "<accepted " + post.number() + ">"),
                        flags.stream().map(flag -> "<" + flag.code() + ">"))
                .collect(Collectors.joining("\n"));
    }
}
