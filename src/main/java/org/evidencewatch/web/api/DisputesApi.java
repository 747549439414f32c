package org.evidencewatch.web.api;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.evidencewatch.citation.Disputes;
import org.evidencewatch.citation.ImportSummary;
import org.evidencewatch.citation.RecordImport;
import org.evidencewatch.citation.Records;
import org.evidencewatch.company.InputProblem;
import org.evidencewatch.company.RecordFile;
import org.evidencewatch.extract.CardText;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What companies and readers say is wrong. A dispute is imported as a file of one would be. */
@RestController
@RequestMapping("/api/v1/disputes")
@Tag(name = "Disputes")
class DisputesApi {

    private final RecordImport imports;
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(Include.NON_ABSENT))
            .build();

    DisputesApi(Records records, Disputes disputes, Clock clock) {
        this.imports = new RecordImport(records, disputes, new CardText(), clock);
    }

    /** What became of a dispute: {@code added}, or {@code unchanged} where the company has one that says the same. */
    record DisputeView(String company, String result) {}

    @PostMapping
    @Operation(summary = "Put a dispute of a record before the reviewers; the same one again changes nothing")
    @ApiResponse(responseCode = "201", description = "It waits in the queue")
    @ApiResponse(responseCode = "200", description = "The same was there before")
    @ApiResponse(responseCode = "422", description = "A field is missing or wrong, or there is no such company")
    ResponseEntity<DisputeView> take(@RequestBody DisputeBody dispute, Principal who) {
        byte[] file = json.writeValueAsBytes(Map.of("disputes", List.of(dispute)));
        ImportSummary summary =
                imports.run(new RecordFile.Content("dispute sent by %s.json".formatted(who.getName()), file));
        if (!summary.errors().isEmpty()) {
            throw Problem.incomplete(
                    summary.errors().stream().map(InputProblem::reason).toList());
        }
        boolean added = summary.disputes().added() > 0;
        return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new DisputeView(dispute.company().orElseThrow(), added ? "added" : "unchanged"));
    }
}
