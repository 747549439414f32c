package org.evidencewatch.web.api;

import java.util.Optional;
import org.evidencewatch.review.CompanyIndex;

/** A record in a list; {@code item} is its open work item. */
record RecordLine(String slug, String name, Optional<Integer> score, Optional<String> grade, Optional<Long> item) {

    static RecordLine of(CompanyIndex.Listed listed) {
        return new RecordLine(listed.slug(), listed.name(), listed.score(), listed.grade(), listed.item());
    }
}
