package org.evidencewatch.alert;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The objectives of freshness: how each fares now, and how it fared as each of the last days went out. */
@Repository
public class Objectives {

    private static final int DAYS = 7;
    private static final int FEWEST = 3;

    private final JdbcClient db;
    private final List<Tier> tiers;

    Objectives(JdbcClient db, ObjectiveSettings settings, Limits limits) {
        this.db = db;
        this.tiers = settings.tiers(limits);
    }

    /** How each fares at a time, in the order of the settings. */
    public List<TierState> states(List<CitationClock> citations, Instant asOf) {
        return tiers.stream().map(tier -> state(tier, citations, asOf)).toList();
    }

    /** Keeps how each fares, and finds those that burn. Joins the caller's transaction. */
    List<Finding> findings(List<CitationClock> citations, Instant asOf) {
        tiers.forEach(tier -> keep(tier, count(tier, citations, asOf), day(asOf)));
        return states(citations, asOf).stream()
                .filter(state -> state.fast() || state.slow())
                .map(Objectives::finding)
                .toList();
    }

    private TierState state(Tier tier, List<CitationClock> citations, Instant asOf) {
        return new TierState(tier, count(tier, citations, asOf), week(tier, day(asOf)));
    }

    private Objective count(Tier tier, List<CitationClock> citations, Instant asOf) {
        Set<String> elsewhere = tiers.stream()
                .filter(other -> !other.isDefault())
                .flatMap(other -> other.companies().stream())
                .collect(toSet());
        var theirs = citations.stream()
                .filter(citation -> tier.companies().contains(citation.company())
                        || (tier.isDefault() && !elsewhere.contains(citation.company())))
                .toList();
        return Objective.of(theirs, asOf, tier.within());
    }

    private void keep(Tier tier, Objective objective, LocalDate day) {
        db.sql("""
                insert into objective_day (objective, day, evidence, fresh) values (:name, :day, :evidence, :fresh)
                on conflict (objective, day) do update set evidence = excluded.evidence, fresh = excluded.fresh
                """)
                .param("name", tier.name())
                .param("day", day)
                .param("evidence", objective.evidence())
                .param("fresh", objective.within())
                .update();
    }

    /** By the key of objective_day. */
    private Optional<Double> week(Tier tier, LocalDate last) {
        var days = db.sql("""
                        select evidence, fresh from objective_day
                        where objective = :name and day > :from and day <= :last and evidence > 0
                        """)
                .param("name", tier.name())
                .param("from", last.minusDays(DAYS))
                .param("last", last)
                .query((row, n) -> TierState.burn(row.getInt("evidence"), row.getInt("fresh"), tier.share()))
                .list();
        return days.size() < FEWEST
                ? Optional.empty()
                : Optional.of(days.stream().mapToDouble(rate -> rate).average().orElseThrow());
    }

    private static Finding finding(TierState state) {
        var tier = state.tier();
        var detail = String.format(
                Locale.ROOT,
                "%s: %,d of %,d citations were confirmed within %s, %d %% (objective %.4g %%); that burns %.1f times too fast",
                tier.name(),
                state.now().within(),
                state.now().evidence(),
                Age.words(tier.within()),
                state.now().percent(),
                tier.share() * 100,
                state.burn());
        return Finding.of(Kind.OBJECTIVE_BURNING, "objective:" + tier.name(), detail)
                .because(state.fast() ? "fast" : "slow")
                .urgent(state.fast());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
