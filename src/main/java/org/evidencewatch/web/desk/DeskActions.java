package org.evidencewatch.web.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.citation.Authority;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.Inbox;
import org.evidencewatch.review.InboxRequest;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.Reply;
import org.evidencewatch.review.WorkQueue;
import org.evidencewatch.web.Notice;
import org.evidencewatch.web.desk.DeskPages.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a reviewer does at the desk. A post that succeeds ends in a redirect: after the last answer to an item, to the next item
 * that the reviewer would see. One that fails shows the item as it is now, with what was typed.
 */
@Controller
class DeskActions {

    private final WorkQueue queue;
    private final Inbox inbox;
    private final DeskPages pages;

    DeskActions(WorkQueue queue, Inbox inbox, DeskPages pages) {
        this.queue = queue;
        this.inbox = inbox;
        this.pages = pages;
    }

    /** Takes the best free item of those that the reader looks at. */
    @PostMapping("/queue/next")
    String next(Desk desk) {
        Optional<Item> taken =
                queue.claimNext(desk.name(), WorkQueue.LEASE, desk.filter().request(desk.name()));
        if (taken.isEmpty()) {
            desk.next().addFlashAttribute("notice", Notice.incomplete("nothing is free here"));
        }
        return elsewhere(taken.map(Item::id), desk.filter().query());
    }

    @PostMapping("/queue/{item}/claim")
    String claim(@PathVariable String item, Desk desk) {
        return answer(queue.claim(item, desk.name(), WorkQueue.LEASE), item, Draft.empty(), desk);
    }

    /** Prolongs one's lease; without a page, for the script that does so while the page is open. */
    @PostMapping("/queue/{item}/renew")
    String renew(@PathVariable String item, Desk desk) {
        Reply reply = queue.renew(item, desk.name(), WorkQueue.LEASE);
        desk.model().addAttribute("notice", Notice.of(reply));
        desk.response().setStatus(Notice.of(reply).status().value());
        return "desk/parts :: renewed";
    }

    @PostMapping("/queue/{item}/release")
    String release(@PathVariable String item, Desk desk) {
        return answer(queue.release(item, desk.name()), item, Draft.empty(), desk);
    }

    @PostMapping("/queue/{item}/assign")
    String assign(@PathVariable String item, @RequestParam(defaultValue = "") String to, Desk desk) {
        return answer(queue.assign(item, to.strip(), desk.name()), item, Draft.empty(), desk);
    }

    @PostMapping("/queue/{item}/note")
    String note(@PathVariable String item, @RequestParam(defaultValue = "") String text, Desk desk) {
        return answer(queue.note(item, desk.name(), text), item, Draft.empty(), desk);
    }

    @PostMapping("/queue/{item}/decide")
    String decide(
            @PathVariable String item,
            @RequestParam Set<Long> reason,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String quote,
            @RequestParam(defaultValue = "false") boolean everywhere,
            @RequestParam(defaultValue = "") String seen,
            Desk desk) {
        var typed = new Typed(
                desk.values("claim"), desk.values("current"), desk.values("offered"), desk.values("statement"));
        var draft = new Draft(reason, verdict, why, until, url, quote, everywhere, seen, typed);
        Optional<Long> following = following(item, desk);
        return switch (draft.read(item, desk.name())) {
            case Draft.Reading.Complete complete ->
                answer(queue.decide(complete.request()), item, draft, desk, following);
            case Draft.Reading.Incomplete incomplete ->
                refused(Notice.incomplete(incomplete.because()), item, draft, desk);
        };
    }

    /** Takes a decision back; {@code why} as for a decision. */
    @PostMapping("/queue/{item}/undo")
    String undo(
            @PathVariable String item,
            @RequestParam long decision,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "false") boolean everywhere,
            Desk desk) {
        Optional<String> missing = Authority.objection(desk.name(), why);
        return missing.isPresent()
                ? refused(Notice.incomplete(missing.get()), item, Draft.empty(), desk)
                : answer(queue.undo(decision, desk.name(), why, everywhere), item, Draft.empty(), desk);
    }

    /** What stands after the item now: where the reader goes when it is done. */
    private Optional<Long> following(String item, Desk desk) {
        InboxRequest request = desk.filter().request(desk.name());
        return queue.show(item)
                .flatMap(shown -> inbox.around(shown.id(), request))
                .flatMap(around -> around.next().or(around::previous));
    }

    private String answer(Reply reply, String item, Draft draft, Desk desk) {
        return answer(reply, item, draft, desk, Optional.empty());
    }

    private String answer(Reply reply, String item, Draft draft, Desk desk, Optional<Long> following) {
        Notice notice = Notice.of(reply);
        if (!notice.good()) {
            return refused(notice, item, draft, desk);
        }
        desk.next().addFlashAttribute("notice", notice);
        String query = desk.filter().query();
        return switch (reply) {
            case Reply.Done done -> {
                undo(done.item(), done.decisions(), desk);
                yield done.item().reasons().isEmpty()
                        ? elsewhere(following, query)
                        : "redirect:/queue/" + done.item().id() + query;
            }
            default -> elsewhere(following, query);
        };
    }

    private static String elsewhere(Optional<Long> following, String query) {
        return "redirect:/queue" + following.map(id -> "/" + id).orElse("") + query;
    }

    /** The next page offers to take it back, by one key. */
    private static void undo(Item item, List<Decision> decisions, Desk desk) {
        decisions.stream()
                .filter(decision -> decision.undoes().isEmpty())
                .findFirst()
                .ifPresent(decision -> desk.next().addFlashAttribute("taken", new Taken(item.id(), decision.id())));
    }

    /** A decision just recorded. */
    record Taken(long item, long decision) {}

    private String refused(Notice notice, String item, Draft draft, Desk desk) {
        desk.model().addAttribute("notice", notice);
        desk.response().setStatus(notice.status().value());
        Optional<Long> reason = draft.reason().size() == 1
                ? Optional.of(draft.reason().iterator().next())
                : Optional.empty();
        return pages.show(new Shown(item, reason, 1, desk.filter(), draft), desk);
    }
}
