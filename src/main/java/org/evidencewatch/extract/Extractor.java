package org.evidencewatch.extract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.citation.Alias;

/**
 * Reads a stored page: its state, and the blocks of its main text. Pure and thread-safe: equal pages give equal readings,
 * on any thread and machine; work is bounded whatever the page.
 *
 * <p>The text holds the title and the body, all posts of a topic included, as the page has them; no navigation, author or
 * date lines, counters or votes. A page that its status or its own words give away as something else than content is
 * returned without blocks where that was plain before reading.
 */
public final class Extractor {

    /** Name of these rules. Raise it with every change of what a page reads as. */
    static final String RULES = "5";

    private final Platforms platforms;
    private final String version;
    private final Documents documents;

    /** An extractor that knows these platforms. */
    public Extractor(Platforms platforms) {
        this(platforms, RULES);
    }

    /** One that stands for another release: what it knows, under another name. */
    Extractor(Platforms platforms, String rules) {
        this.platforms = platforms;
        this.version = rules + "-" + platforms.digest();
        this.documents = new Documents(version);
    }

    /** An extractor with the profiles of this installation. */
    public Extractor() {
        this(Platforms.installed());
    }

    /** Name of what makes a page read as it does: these rules and these profiles. */
    public String version() {
        return version;
    }

    /** The endpoints that its profiles name. */
    Endpoints endpoints() {
        return new Endpoints(platforms);
    }

    /** Addresses that cannot exist, of the shape that its profiles tell. */
    ProbePaths probePaths() {
        return new ProbePaths(platforms);
    }

    /** What is wrong with the platform profiles that are not in use. */
    public List<PlatformError> profileErrors() {
        return platforms.errors();
    }

    /** The reading of one page, found in the best way for it; never fails. */
    public Reading read(Page page) {
        return read(page, Optional.empty());
    }

    /**
     * The reading of one page, found in the way that was used for another one, so that the two can be compared. A page that
     * cannot be read in that way is read in its own.
     */
    public Reading read(Page page, Way way) {
        return read(page, Optional.of(way));
    }

    private Reading read(Page page, Optional<Way> way) {
        Optional<Finding> plain = PageStates.beforeParsing(page);
        if (plain.isPresent()) {
            return unread(Platform.GENERIC, plain.get(), "");
        }
        Form form = Form.of(page).orElse(Form.HTML);
        boolean speaks = form == Form.HTML || form == Form.JSON;
        Optional<Finding> refused = speaks ? Optional.empty() : PageStates.byStatus(page);
        return refused.map(finding -> unread(Platform.GENERIC, finding, "")).orElseGet(() -> switch (form) {
            case HTML -> html(page, PageDecoder.decode(page), way);
            case TEXT -> documents.text(page);
            case MARKDOWN -> documents.markdown(page);
            case PDF -> documents.pdf(page);
            case JSON -> json(page, way);
        });
    }

    private Reading json(Page page, Optional<Way> way) {
        Optional<Platform> platform = platforms.answering(page);
        if (platform.isEmpty()) {
            Finding finding =
                    PageStates.byStatus(page).orElseGet(() -> PageStates.unsupported(PageDecoder.mediaType(page)));
            return unread(Platform.GENERIC, finding, "");
        }
        return switch (new EndpointReader(platform.get(), page).read()) {
            case EndpointReader.Refused refused -> unread(platform.get().id(), refused.finding(), "");
            case EndpointReader.Written written -> written(page, written.view(), platform.get(), way);
        };
    }

    /** A page that says nothing but its words: there is nothing on it that could say that it is another. */
    private Reading written(Page page, PageView view, Platform platform, Optional<Way> way) {
        var ways = new Ways(page, view, platform);
        Ways.Found found =
                way.map(ways::in).filter(asked -> !asked.blocks().isEmpty()).orElseGet(ways::first);
        Optional<Finding> finding = found.blocks().isEmpty()
                ? Optional.of(Finding.of(PageState.EMPTY, "no-text", "The endpoint's page has no words."))
                : Optional.empty();
        var from = new StateReason(Reading.FROM_ENDPOINT, "Read from the platform's endpoint in the page's place.");
        return reading(view, platform.id(), found.noticing(from), finding, Stream.empty(), List.of());
    }

    private Reading html(Page page, String html, Optional<Way> way) {
        PageView parsed = PageView.parse(html);
        Platform platform = platforms.recognise(page, parsed);
        PageView view = platform.posts()
                .filter(PostRules::preloaded)
                .map(rules -> PreloadedTopic.unfolded(parsed, rules))
                .orElse(parsed);
        Optional<Finding> early = PageStates.beforeReading(page, view).or(() -> platform.judge(page, view));
        if (early.isPresent()) {
            return unread(platform.id(), early.get(), view.title());
        }
        var ways = new Ways(page, view, platform);
        Optional<Ways.Found> asked =
                way.map(ways::in).filter(found -> !found.blocks().isEmpty());
        Ways.Found narrow = asked.orElseGet(ways::first);
        Optional<Finding> standIn = StandIns.shown(view, narrow.blocks());
        Ways.Found found = standIn.isPresent() || asked.isPresent() ? narrow : ways.seeing(narrow);
        Optional<Finding> finding = standIn.or(() -> PageStates.afterReading(page, view, platform, found.blocks()))
                .or(() -> platform.identity().flatMap(identity -> identity.replaced(page, view)));
        List<Alias> aliases = finding.isPresent() ? List.of() : Aliases.of(page, view.document(), platform.identity());
        return reading(view, platform.id(), found, finding, notices(page, view), aliases);
    }

    private static Stream<StateReason> notices(Page page, PageView view) {
        return Stream.of(PageDecoder.notice(page), HalfRendered.unclosed(view), Redirection.downgraded(page))
                .flatMap(Optional::stream);
    }

    private Reading reading(
            PageView view,
            String platform,
            Ways.Found found,
            Optional<Finding> finding,
            Stream<StateReason> notices,
            List<Alias> aliases) {
        double coverage = view.words() == 0 ? 0 : Math.min(1, MainText.words(found.blocks()) / (double) view.words());
        String title = view.heading().isEmpty() ? view.title() : view.heading();
        return new Reading(
                version,
                platform,
                found.way(),
                finding.map(Finding::state).orElse(PageState.OK),
                finding.map(Finding::reason).stream().toList(),
                title,
                found.blocks(),
                coverage,
                Stream.concat(notices, found.notices().stream()).toList(),
                found.topic(),
                aliases);
    }

    private Reading unread(String platform, Finding finding, String title) {
        return new Reading(
                version, platform, Way.STRUCTURE, finding.state(), List.of(finding.reason()), title, List.of(), 0);
    }
}
