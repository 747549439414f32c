package org.evidencewatch.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.review.DecisionRequest;
import org.evidencewatch.review.Note;
import org.evidencewatch.review.WorkQueue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a reviewer does with one item, named by its id or its company's slug. */
@RestController
@RequestMapping("/api/v1/queue/{item}")
@Tag(name = "Queue")
class ItemApi {

    private static final String DONE = "The item as it is now";
    private static final String HELD = "Somebody else holds it";

    private final WorkQueue queue;

    ItemApi(WorkQueue queue) {
        this.queue = queue;
    }

    /** A note as a program sends it. */
    record NoteBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Optional<String> text) {}

    @PostMapping("/claim")
    @Operation(summary = "Hold the item for half an hour, or prolong your hold")
    @ApiResponse(responseCode = "200", description = DONE)
    @ApiResponse(responseCode = "409", description = HELD)
    ResponseEntity<ReplyView> claim(@PathVariable String item, Principal who) {
        return ReplyView.answer(queue.claim(item, who.getName(), WorkQueue.LEASE), HttpStatus.OK);
    }

    @PostMapping("/renew")
    @Operation(summary = "Prolong your hold; takes nothing anew")
    @ApiResponse(responseCode = "200", description = DONE)
    @ApiResponse(responseCode = "409", description = "You do not hold it")
    ResponseEntity<ReplyView> renew(@PathVariable String item, Principal who) {
        return ReplyView.answer(queue.renew(item, who.getName(), WorkQueue.LEASE), HttpStatus.OK);
    }

    @PostMapping("/release")
    @Operation(summary = "Give the item back")
    @ApiResponse(responseCode = "200", description = DONE)
    @ApiResponse(responseCode = "409", description = HELD)
    ResponseEntity<ReplyView> release(@PathVariable String item, Principal who) {
        return ReplyView.answer(queue.release(item, who.getName()), HttpStatus.OK);
    }

    @PostMapping("/notes")
    @Operation(summary = "Add a note for other reviewers; it stays for good")
    @ApiResponse(responseCode = "201", description = "Noted")
    @ApiResponse(responseCode = "422", description = "It is no text of 1 to 4000 characters")
    ResponseEntity<ReplyView> note(@PathVariable String item, @RequestBody NoteBody note, Principal who) {
        String text = note.text().orElse("");
        Note.objection(who.getName(), text).ifPresent(objection -> {
            throw Problem.incomplete(List.of(objection));
        });
        return ReplyView.answer(queue.note(item, who.getName(), text), HttpStatus.CREATED);
    }

    @PostMapping("/decisions")
    @Operation(summary = "Answer reasons of the item, if it is still what If-Match names")
    @ApiResponse(responseCode = "201", description = "Recorded")
    @ApiResponse(responseCode = "409", description = "Held by somebody else, decided already, or against a rule")
    @ApiResponse(responseCode = "412", description = "The item is another by now; the body and the ETag have it")
    @ApiResponse(responseCode = "422", description = "Something is missing or does not go together")
    @ApiResponse(responseCode = "428", description = "If-Match is missing")
    ResponseEntity<ReplyView> decide(
            @PathVariable String item,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Schema(description = "The ETag of the item")
                    Optional<String> seen,
            @RequestBody DecisionBody body,
            Principal who) {
        IfMatch match = IfMatch.of(seen);
        DecisionRequest request = body.read(item, who.getName());
        return ReplyView.answer(queue.decide(match.guard(request, queue.show(item))), HttpStatus.CREATED);
    }
}
