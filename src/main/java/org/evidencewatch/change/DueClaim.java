package org.evidencewatch.change;

import java.util.Map;

/**
 * A claim that a page's text was not read for yet.
 *
 * @param capture the page's newest good capture
 * @param response the capture that brought its bytes
 * @param digest SHA-256 of the comparison text
 */
record DueClaim(StatedClaim claim, long citation, long source, long capture, long response, String digest) {

    /** What every row about it has, by the names of parameters. */
    Map<String, Long> columns() {
        return Map.of(
                "claim",
                claim.id(),
                "company",
                claim.company(),
                "revision",
                claim.revision(),
                "citation",
                citation,
                "source",
                source,
                "capture",
                capture);
    }
}
