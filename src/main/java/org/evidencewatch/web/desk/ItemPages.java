package org.evidencewatch.web.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.change.ClaimSheet;
import org.evidencewatch.change.ClaimSheets;
import org.evidencewatch.review.ComparedCaptures;
import org.evidencewatch.review.Inbox;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.OpenReason;
import org.evidencewatch.review.WorkQueue;
import org.evidencewatch.web.record.ComparedPage;
import org.evidencewatch.web.record.ComparedPages;
import org.evidencewatch.web.record.SoughtPassage;
import org.springframework.stereotype.Component;

/** Gathers what the page of a work item shows. Reads only. */
@Component
class ItemPages {

    private final WorkQueue queue;
    private final Inbox inbox;
    private final ClaimSheets claims;
    private final ComparedCaptures captures;
    private final ComparedPages comparisons;
    private final Clock clock;

    ItemPages(
            WorkQueue queue,
            Inbox inbox,
            ClaimSheets claims,
            ComparedCaptures captures,
            ComparedPages comparisons,
            Clock clock) {
        this.queue = queue;
        this.inbox = inbox;
        this.claims = claims;
        this.captures = captures;
        this.comparisons = comparisons;
        this.clock = clock;
    }

    /** The page of an item, with that reason shown, or the worst if it has none such. */
    ItemPage page(Item item, Optional<Long> reason, Filter filter, String reader) {
        Optional<OpenReason> shown = item.reasons().stream()
                .filter(each -> reason.equals(Optional.of(each.id())))
                .findFirst()
                .or(item::worst);
        return ItemPage.of(
                item,
                new ItemPage.Beside(
                        shown.map(each -> card(item, each)),
                        queue.decisions(item),
                        queue.notes(item),
                        inbox.around(item.id(), filter.request(reader)),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                reader);
    }

    /** The two captures of a card in one view, with the words that claims are published with. */
    Optional<ComparedPage> comparison(CardView card, int view) {
        List<SoughtPassage> sought =
                card.claims().stream().flatMap(ItemPages::quoted).distinct().toList();
        return card.captures().flatMap(pair -> comparisons.of(pair.before(), pair.after(), view, sought));
    }

    private CardView card(Item item, OpenReason reason) {
        Optional<ClaimSheet> sheet = claims.of(item.company());
        int elsewhere = reason.cause()
                .map(inbox::sharing)
                .map(companies -> Math.max(0, companies - 1))
                .orElse(0);
        return CardView.of(item, reason, elsewhere, sheet, captures.of(reason.id()));
    }

    private static Stream<SoughtPassage> quoted(ClaimView claim) {
        return claim.pages().stream()
                .filter(ClaimView.Page::here)
                .flatMap(page -> page.quote().stream())
                .map(words -> new SoughtPassage("Quoted for " + claim.label(), words));
    }
}
