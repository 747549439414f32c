package org.evidencewatch.extract;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what an endpoint of a platform answered in a page's place, by the same profile as the page. Never fails. */
final class EndpointReader {

    private static final JsonMapper JSON = new JsonMapper();

    private final Endpoint endpoint;
    private final Page page;

    /** @param platform whose endpoint answered for the page */
    EndpointReader(Platform platform, Page page) {
        this.endpoint = platform.endpoint().orElseThrow();
        this.page = page;
    }

    /** The page written out, or why the answer is not the page. */
    sealed interface Answer permits Written, Refused {}

    record Written(PageView view) implements Answer {}

    record Refused(Finding finding) implements Answer {}

    Answer read() {
        if (page.body().length > PageDecoder.LIMIT) {
            return error("endpoint-too-large", "The endpoint answered more than is read of a page.");
        }
        try {
            return read(JSON.readTree(page.body()));
        } catch (JacksonException malformed) {
            return PageStates.byStatus(page)
                    .<Answer>map(Refused::new)
                    .orElseGet(() -> error("endpoint-malformed", "The endpoint answered what is no JSON."));
        }
    }

    private Answer read(JsonNode answer) {
        EndpointForm form = endpoint.form();
        Optional<Finding> finding = form.says(answer).or(() -> PageStates.byStatus(page));
        if (finding.isPresent()) {
            return new Refused(finding.get());
        }
        Optional<String> own = form.id(answer);
        if (own.isEmpty()) {
            return error("endpoint-foreign", "The endpoint answered JSON of another form.");
        }
        return own.equals(page.requestedUrl().flatMap(endpoint::id))
                ? new Written(form.written(answer))
                : error("endpoint-other-page", "The endpoint answered with the page of the id " + own.get() + ".");
    }

    private static Answer error(String code, String detail) {
        return new Refused(Finding.of(PageState.ERROR, code, detail));
    }
}
