package org.evidencewatch.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.evidencewatch.review.Inbox;
import org.evidencewatch.review.InboxCursor;
import org.evidencewatch.review.InboxPage;
import org.evidencewatch.review.WorkQueue;
import org.evidencewatch.web.json.ItemView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The companies that people must look at. */
@RestController
@RequestMapping("/api/v1/queue")
@Tag(name = "Queue")
class QueueApi {

    private final WorkQueue queue;
    private final Inbox inbox;

    QueueApi(WorkQueue queue, Inbox inbox) {
        this.queue = queue;
        this.inbox = inbox;
    }

    @GetMapping
    @Operation(summary = "List what waits, the companies with most at stake first")
    ResponseEntity<QueuePage> list(
            @RequestParam Optional<String> lane,
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> whose,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = Parameters.USUAL) @Schema(minimum = "1", maximum = Parameters.MOST) int limit,
            Principal who,
            HttpServletRequest request) {
        InboxPage page = inbox.page(new Chosen(lane, q, whose, after).request(who.getName(), limit));
        Optional<String> next = page.next().map(InboxCursor::toString);
        return Listing.answer(QueuePage.of(page), next, request, "after");
    }

    /** One item, by its id or its company's slug. */
    @GetMapping("/{item}")
    @Operation(summary = "Get one item by its id or its company's slug; its ETag is what decisions send as If-Match")
    ResponseEntity<ItemView> one(@PathVariable String item) {
        var found = queue.show(item).orElseThrow(() -> Problem.missing("such item in the queue"));
        return ResponseEntity.ok()
                .eTag(Problem.tag(found))
                .body(ItemView.of(found, queue.decisions(found), queue.notes(found)));
    }

    @PostMapping("/next")
    @Operation(summary = "Take the free item with most at stake, of a lane or of those that q finds")
    @ApiResponse(responseCode = "200", description = "Taken")
    @ApiResponse(
            responseCode = "204",
            description = "Nothing is free",
            content = {})
    ResponseEntity<ItemView> next(
            @RequestParam Optional<String> lane, @RequestParam Optional<String> q, Principal who) {
        var chosen = new Chosen(lane, q, Optional.empty(), Optional.empty());
        return queue.claimNext(who.getName(), WorkQueue.LEASE, chosen.request(who.getName(), 1))
                .map(item -> ResponseEntity.ok().eTag(Problem.tag(item)).body(ItemView.of(item)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
