package org.evidencewatch.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * A dispute as the import's JSON form has it, whose rules it is read by.
 *
 * @param company slug
 * @param party {@code company} or {@code reader}
 * @param dimension key of what it is about; absent where it is about several things
 * @param statement what is wrong, in their words
 * @param urls pages that are said to prove it
 * @param contact where to send the answer; never published
 * @param received the day on which it came
 */
record DisputeBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> company,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> party,
        Optional<String> dimension,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> statement,
        Optional<List<String>> urls,
        Optional<String> contact,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> received) {}
