package org.evidencewatch.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.review.Adoptions.Newly;
import org.evidencewatch.review.Adoptions.Standing;
import org.evidencewatch.score.Rubric;
import org.evidencewatch.score.Scoring;
import org.evidencewatch.score.Stated;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A person has the whole index scored by the rubric in force: one new revision for each company that claims anything, in one
 * transaction or not at all. Imports wait meanwhile.
 */
@Component
public class RubricAdoption {

    private final Adoptions adoptions;
    private final Scoring scoring;
    private final TransactionOperations transactions;
    private final Clock clock;

    RubricAdoption(Adoptions adoptions, Scoring scoring, TransactionOperations transactions, Clock clock) {
        this.adoptions = adoptions;
        this.scoring = scoring;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Adopts the rubric; once for each version, also where several ask at a time. */
    public AdoptionReply adopt(AdoptionRequest request) {
        return transactions.execute(tx -> {
            Rubric rubric = scoring.rubric();
            var before = adoptions.find(rubric.id());
            if (before.isEmpty() && rubric.sample() && !request.sampleValues()) {
                return new AdoptionReply.OnlySamples(rubric.id());
            }
            Instant at = clock.instant();
            return before.isEmpty() && adoptions.add(rubric, request, at)
                    ? scored(rubric, at)
                    : reply(rubric, before.or(() -> adoptions.find(rubric.id())).orElseThrow());
        });
    }

    private static AdoptionReply reply(Rubric rubric, Adoptions.Made made) {
        return made.digest().equals(rubric.digest())
                ? new AdoptionReply.AdoptedBefore(rubric.id(), made.by(), made.at())
                : new AdoptionReply.OtherFile(rubric.id(), made.by(), made.at());
    }

    private AdoptionReply scored(Rubric rubric, Instant at) {
        List<Standing> all = adoptions.holdAll();
        List<Newly> newly =
                all.stream().flatMap(standing -> newly(standing).stream()).toList();
        adoptions.revise(rubric, newly, at);
        return new AdoptionReply.Adopted(
                rubric.id(),
                rubric.sample(),
                newly.stream().map(Newly::told).toList(),
                all.stream()
                        .filter(standing -> standing.claims().isEmpty())
                        .map(Standing::company)
                        .toList());
    }

    private Optional<Newly> newly(Standing standing) {
        return standing.claims().isEmpty()
                ? Optional.empty()
                : Optional.of(new Newly(standing, scoring.card(new Stated(standing.claims(), standing.summary()))));
    }
}
