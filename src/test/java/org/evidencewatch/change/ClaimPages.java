package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.Quote;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.BlockKind;
import org.evidencewatch.extract.PageState;
import org.evidencewatch.extract.Post;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.Topic;
import org.evidencewatch.extract.Way;
import org.evidencewatch.fact.FactReader;
import org.evidencewatch.fact.Role;

/** Claims, pages and links as tests of claims put them. */
final class ClaimPages {

    static final FactReader READER = new FactReader();

    private ClaimPages() {}

    /** A page of these paragraphs. */
    static CitedText page(String... paragraphs) {
        return page(
                Optional.empty(),
                Arrays.stream(paragraphs).map(text -> new Block("", text, text)).toList());
    }

    /** A topic: each line is a post, those that begin with "staff: " by staff. */
    static CitedText topic(String... posts) {
        var blocks = new ArrayList<Block>();
        var authors = new ArrayList<Post>();
        for (int i = 0; i < posts.length; i++) {
            boolean staff = posts[i].startsWith("staff: ");
            String text = posts[i].replaceFirst("^staff: ", "");
            blocks.add(new Block("", text, text, BlockKind.PARAGRAPH, Optional.of((long) i)));
            authors.add(new Post(i, "somebody", staff ? Post.Role.STAFF : Post.Role.MEMBER, false, false));
        }
        return page(Optional.of(new Topic(authors, Optional.empty(), List.of())), blocks);
    }

    private static CitedText page(Optional<Topic> topic, List<Block> blocks) {
        return CitedText.of(
                READER,
                new Reading(
                        "1",
                        "generic",
                        Way.WHOLE,
                        PageState.OK,
                        List.of(),
                        "",
                        blocks,
                        1,
                        List.of(),
                        topic,
                        List.of()));
    }

    static ClaimFacts claim(Dimension dimension, String statement) {
        return ClaimFacts.of(READER, dimension, statement, Optional.empty());
    }

    /** A passage that was proposed for what a page stated of a role. */
    static ClaimLink link(Role role, String value, String quote) {
        return link(Optional.of(role), Optional.of(value), quote, true, ClaimLink.State.PROPOSED);
    }

    static ClaimLink link(
            Optional<Role> role, Optional<String> value, String quote, boolean agrees, ClaimLink.State state) {
        return new ClaimLink(1, 1, 1, new Quote(quote, "", ""), role, value, agrees, 1, state, Optional.empty());
    }
}
