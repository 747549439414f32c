package org.evidencewatch.job;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What history is read again, and why.
 *
 * @param company only the sources that this company cites
 * @param since only captures made then or later
 * @param adopt whether the new readings are kept; else they are only reported on
 */
public record ReextractRequest(Optional<String> company, Optional<Instant> since, boolean adopt) {

    Map<String, String> identity() {
        var identity = new LinkedHashMap<String, String>();
        company.ifPresent(slug -> identity.put("company", slug));
        since.ifPresent(time -> identity.put("since", time.toString()));
        identity.put("adopt", Boolean.toString(adopt));
        return identity;
    }
}
