package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Optional;
import org.evidencewatch.fact.Channel;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.FactChange;
import org.evidencewatch.fact.Value;
import org.jspecify.annotations.Nullable;

/** A stated fact that is not what it was, as files have it: null on the side that does not state it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChangedFact(
        String role,
        String dimension,
        @Nullable Object before,
        @Nullable Object after,
        String direction,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> scope) {

    static ChangedFact of(FactChange change) {
        return new ChangedFact(
                change.role().word(),
                change.role().dimension().key(),
                change.before().map(ChangedFact::value).orElse(null),
                change.after().map(ChangedFact::value).orElse(null),
                change.direction().name().toLowerCase(Locale.ROOT),
                change.scope());
    }

    /** Its value: text, or a list of ways. */
    static Object value(Fact fact) {
        return fact.value() instanceof Value.Channels ways
                ? ways.channels().stream().sorted().map(Channel::word).toList()
                : fact.value().text();
    }
}
