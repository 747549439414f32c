package org.evidencewatch.extract;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evidencewatch.citation.Alias;

/**
 * Our reading of one page by one extractor version. Equal bytes give equal readings.
 *
 * @param extractorVersion name of the rules and profiles that made it; another one makes every older reading due for a
 *     new one
 * @param platform platform id, {@code generic} where none was recognised
 * @param way how the main text was found
 * @param blocks the main text in page order; empty unless the page has one
 * @param coverage share of the page's visible words that the blocks hold, 0 to 1
 * @param notices what a person should know of a page that reads well all the same, e.g. {@code profile-outdated},
 *     {@code more-pages}, {@code topic-closed}, {@code charset-told}
 * @param topic the posts, where the page is a forum's topic and its platform's profile says what a post is
 * @param aliases other addresses of the page, of one that was read well
 */
public record Reading(
        String extractorVersion,
        String platform,
        Way way,
        PageState state,
        List<StateReason> stateReasons,
        String title,
        List<Block> blocks,
        double coverage,
        List<StateReason> notices,
        Optional<Topic> topic,
        List<Alias> aliases) {

    /** Code of the notice that a topic goes on elsewhere. */
    static final String MORE_PAGES = "more-pages";

    /** Code of the notice that an endpoint was read in the page's place. */
    static final String FROM_ENDPOINT = "from-endpoint";

    /** Code of the notice that a page opens its body and does not close it. */
    static final String UNCLOSED = "body-not-closed";

    public Reading {
        stateReasons = List.copyOf(stateReasons);
        blocks = List.copyOf(blocks);
        notices = List.copyOf(notices);
        aliases = List.copyOf(aliases);
    }

    /** A reading of a page that is no topic, and of which there is nothing to notice. */
    public Reading(
            String extractorVersion,
            String platform,
            Way way,
            PageState state,
            List<StateReason> stateReasons,
            String title,
            List<Block> blocks,
            double coverage) {
        this(
                extractorVersion,
                platform,
                way,
                state,
                stateReasons,
                title,
                blocks,
                coverage,
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** The main text for people: blocks, one a line. */
    public String text() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    }

    /**
     * The main text for hashing and comparing: blocks, one a line, volatile tokens replaced; and below it the marks of a
     * topic, so that a changed solution is seen though every post stands.
     */
    public String comparisonText() {
        String words = blocks.stream().map(Block::comparisonText).collect(Collectors.joining("\n"));
        String marks = topic.map(Topic::marks).orElse("");
        return marks.isEmpty() ? words : words + "\n" + marks;
    }

    /** Whether the page opens its body and does not close it. */
    public boolean unclosed() {
        return noticed(UNCLOSED);
    }

    /** Where the page may be now, of one that moved. */
    public Optional<URI> candidate() {
        return state == PageState.MOVED
                ? stateReasons.stream()
                        .flatMap(reason -> reason.candidate().stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Whether it is of a topic that goes on on a page that was not read. */
    public boolean goesOn() {
        return noticed(MORE_PAGES);
    }

    /** Whether it was read from an endpoint rather than from the page. */
    public boolean fromEndpoint() {
        return noticed(FROM_ENDPOINT);
    }

    private boolean noticed(String code) {
        return notices.stream().anyMatch(notice -> notice.code().equals(code));
    }

    /** The same reading of a page that turned out not to be there, though it does not say so. */
    public Reading gone(StateReason why) {
        return new Reading(
                extractorVersion,
                platform,
                way,
                PageState.GONE,
                List.of(why),
                title,
                blocks,
                coverage,
                notices,
                topic,
                List.of());
    }

    /** Whether this reading may be compared, and may become a baseline. */
    public boolean good() {
        return state == PageState.OK;
    }
}
