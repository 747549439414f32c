package org.evidencewatch.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.citation.Authority;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.Reply;
import org.evidencewatch.review.WorkQueue;
import org.evidencewatch.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue, one item, and what a reviewer does there. A post that succeeds ends in a redirect. */
@Controller
class QueuePages {

    private final WorkQueue queue;

    QueuePages(WorkQueue queue) {
        this.queue = queue;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/queue";
    }

    @GetMapping("/queue")
    String queue(Model model) {
        model.addAttribute("page", QueuePage.of(queue.list(), queue.causes(), queue.rescores()));
        return "queue";
    }

    /** One item, by its id or its company's slug. */
    @GetMapping("/queue/{item}")
    String item(@PathVariable String item, Principal reader, Model model, HttpServletResponse response) {
        return show(item, reader, Draft.empty(), model, response);
    }

    @PostMapping("/queue/{item}/claim")
    String claim(
            @PathVariable String item,
            Principal reader,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return answer(
                queue.claim(item, reader.getName(), WorkQueue.LEASE),
                item,
                reader,
                Draft.empty(),
                model,
                response,
                next);
    }

    @PostMapping("/queue/{item}/release")
    String release(
            @PathVariable String item,
            Principal reader,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return answer(queue.release(item, reader.getName()), item, reader, Draft.empty(), model, response, next);
    }

    @PostMapping("/queue/{item}/decide")
    String decide(
            @PathVariable String item,
            @RequestParam Set<Long> reason,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "false") boolean everywhere,
            Principal reader,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var draft = new Draft(reason, verdict, why, until, url, everywhere);
        return switch (draft.read(item, reader.getName())) {
            case Draft.Reading.Complete complete ->
                answer(queue.decide(complete.request()), item, reader, draft, model, response, next);
            case Draft.Reading.Incomplete incomplete ->
                refused(Notice.incomplete(incomplete.because()), item, reader, draft, model, response);
        };
    }

    /** Takes a decision back; {@code why} as for a decision. */
    @PostMapping("/queue/{item}/undo")
    String undo(
            @PathVariable String item,
            @RequestParam long decision,
            @RequestParam(defaultValue = "") String why,
            Principal reader,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Optional<String> missing = Authority.objection(reader.getName(), why);
        return missing.isPresent()
                ? refused(Notice.incomplete(missing.get()), item, reader, Draft.empty(), model, response)
                : answer(
                        queue.undo(decision, reader.getName(), why),
                        item,
                        reader,
                        Draft.empty(),
                        model,
                        response,
                        next);
    }

    private String answer(
            Reply reply,
            String item,
            Principal reader,
            Draft draft,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Notice notice = Notice.of(reply);
        if (reply instanceof Reply.Everywhere && notice.good()) {
            next.addFlashAttribute("notice", notice);
            return "redirect:/queue";
        }
        if (reply instanceof Reply.Done done) {
            next.addFlashAttribute("notice", notice);
            return done.item().reasons().isEmpty()
                    ? "redirect:/queue"
                    : "redirect:/queue/" + done.item().id();
        }
        return refused(notice, item, reader, draft, model, response);
    }

    private String refused(
            Notice notice, String item, Principal reader, Draft draft, Model model, HttpServletResponse response) {
        model.addAttribute("notice", notice);
        response.setStatus(notice.status().value());
        return show(item, reader, draft, model, response);
    }

    private String show(String word, Principal reader, Draft draft, Model model, HttpServletResponse response) {
        Optional<Item> item = queue.show(word);
        if (item.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("status", HttpStatus.NOT_FOUND.value());
            return "error";
        }
        model.addAttribute(
                "page", ItemPage.of(item.get(), queue.decisions(item.get()), queue.causes(), reader.getName()));
        model.addAttribute("draft", draft);
        return "item";
    }
}
