package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the main text of one page in the way asked for, or in the first one that is not blind. One use each. */
final class Ways {

    private final Page page;
    private final PageView view;
    private final Platform platform;
    private final MainText text;

    Ways(Page page, PageView view, Platform platform) {
        this.page = page;
        this.view = view;
        this.platform = platform;
        var noise = platform.noise()
                .map(selector -> view.outline().indices(view.document().body().select(selector)));
        this.text = new MainText(view.outline(), view.withNoscript(), noise.orElseGet(BitSet::new));
    }

    /** Blocks, the way in which they were found, and what was noticed meanwhile. */
    record Found(Way way, List<Block> blocks, Optional<Topic> topic, List<StateReason> notices) {

        Found(Way way, List<Block> blocks) {
            this(way, blocks, Optional.empty(), List.of());
        }

        /** The same with one thing more to notice. */
        Found noticing(StateReason notice) {
            return new Found(
                    way,
                    blocks,
                    topic,
                    Stream.concat(Stream.of(notice), notices.stream()).toList());
        }
    }

    /** What the platform's profile finds where there is one and it does, else what the structure shows. */
    Found first() {
        if (!platform.guides()) {
            return in(Way.STRUCTURE);
        }
        Found profile = in(Way.PROFILE);
        if (profile.blocks().isEmpty()) {
            return outdated("finds no main text on this page", in(Way.STRUCTURE));
        }
        return text.missesProse(profile.blocks())
                ? outdated("goes past most of the prose of this page", in(Way.STRUCTURE))
                : profile;
    }

    /** The first way, from the given one on, that is not blind; the last resort takes whatever there is. */
    Found seeing(Found first) {
        if (first.way() == Way.PROFILE || !blind(first.blocks())) {
            return first;
        }
        Found dense = in(Way.DENSITY);
        Found wider = blind(dense.blocks()) ? in(Way.WHOLE) : dense;
        return new Found(wider.way(), wider.blocks(), wider.topic(), first.notices());
    }

    /** What one way of reading finds; without blocks where the page has no such way. */
    Found in(Way way) {
        Found found = switch (way) {
            case PROFILE -> profile();
            case STRUCTURE -> new Found(way, text.structure());
            case DENSITY -> new Found(way, text.dense());
            case WHOLE -> new Found(way, text.whole());
            case LINES -> new Found(way, List.of());
        };
        return found.blocks().isEmpty() ? found : titled(found);
    }

    private boolean blind(List<Block> blocks) {
        return text.blind(blocks) || text.missesProse(blocks);
    }

    private Found outdated(String why, Found instead) {
        var notice = new StateReason("profile-outdated", "The profile " + platform.id() + " " + why + ".");
        return instead.noticing(notice);
    }

    private Found profile() {
        Optional<Found> topic =
                platform.posts().flatMap(rules -> new TopicReader(page, view, text, platform, rules).read());
        if (topic.isPresent()) {
            return topic.get();
        }
        var blocks = new ArrayList<Block>();
        platform.containers(view.document()).forEach(container -> text.container(container, blocks));
        return new Found(Way.PROFILE, blocks);
    }

    /** Puts the page's title first where it stood outside the main content. */
    private Found titled(Found found) {
        Optional<String> named = found.way() == Way.PROFILE ? platform.title(view.document()) : Optional.empty();
        boolean certain = named.isPresent() || view.plainTitle().contains(view.plainHeading());
        Optional<Block> title = certain
                ? Passages.block("", named.orElse(view.heading()), BlockKind.HEADING, Optional.empty())
                : Optional.empty();
        boolean missing = title.isPresent()
                && found.blocks().stream()
                        .noneMatch(block ->
                                block.comparisonText().equals(title.get().comparisonText()));
        if (!missing) {
            return found;
        }
        var blocks = new ArrayList<Block>();
        blocks.add(title.get());
        blocks.addAll(found.blocks());
        return new Found(found.way(), blocks, found.topic(), found.notices());
    }
}
