package org.evidencewatch.web.desk;

import java.util.Optional;
import org.evidencewatch.review.Inbox;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.WorkQueue;
import org.evidencewatch.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox, and one item of it. Nothing here changes anything. */
@Controller
class DeskPages {

    private final WorkQueue queue;
    private final Inbox inbox;
    private final ItemPages items;

    DeskPages(WorkQueue queue, Inbox inbox, ItemPages items) {
        this.queue = queue;
        this.inbox = inbox;
        this.items = items;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/queue";
    }

    @GetMapping("/queue")
    String inbox(Desk desk) {
        Filter filter = desk.filter();
        filter.objection().ifPresent(objection -> desk.model().addAttribute("notice", Notice.incomplete(objection)));
        desk.model().addAttribute("filter", filter);
        desk.model()
                .addAttribute(
                        "page",
                        InboxView.of(inbox.page(filter.request(desk.name())), queue.rescores(), filter, desk.name()));
        return "desk/inbox";
    }

    /**
     * One item, by its id or its company's slug.
     *
     * @param reason the one that is shown
     * @param view 1 to 5: how its captures are compared
     */
    @GetMapping("/queue/{item}")
    String item(
            @PathVariable String item,
            @RequestParam Optional<Long> reason,
            @RequestParam(defaultValue = "1") int view,
            Desk desk) {
        return show(new Shown(item, reason, view, desk.filter(), Draft.empty()), desk);
    }

    /**
     * What of an item is shown.
     *
     * @param draft what was typed and could not be recorded
     */
    record Shown(String item, Optional<Long> reason, int view, Filter filter, Draft draft) {}

    String show(Shown shown, Desk desk) {
        Model model = desk.model();
        Optional<Item> item = queue.show(shown.item());
        if (item.isEmpty()) {
            desk.response().setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("status", HttpStatus.NOT_FOUND.value());
            return "error";
        }
        ItemPage page = items.page(item.get(), shown.reason(), shown.filter(), desk.name());
        model.addAttribute("page", page);
        model.addAttribute("filter", shown.filter());
        model.addAttribute("draft", shown.draft());
        page.card()
                .flatMap(card -> items.comparison(card, shown.view()))
                .ifPresent(comparison -> model.addAttribute("comparison", comparison));
        return "desk/item";
    }
}
