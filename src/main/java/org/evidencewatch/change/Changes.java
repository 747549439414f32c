package org.evidencewatch.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.change.Detection.Origin;
import org.evidencewatch.change.Known.Baseline;
import org.evidencewatch.change.Known.Last;
import org.evidencewatch.change.Known.Text;
import org.evidencewatch.company.Quote;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.snapshot.ContentDigest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is on record of sources: baselines, newest readings, pending detections. */
@Repository
public class Changes {

    private final JdbcClient jdbc;
    private final Extractor extractor;
    private final Experiences experiences;

    Changes(JdbcClient jdbc, Extractor extractor, Experiences experiences) {
        this.jdbc = jdbc;
        this.experiences = experiences;
        this.extractor = extractor;
    }

    /** All that is known of these sources. */
    public Map<Long, Known> known(Collection<Long> sources) {
        return withExperience(states(sources), sources);
    }

    /** Baselines, newest readings and pending detections of these sources; no quotes, and nothing of what else they showed. */
    public Map<Long, Known> states(Collection<Long> sources) {
        var baselines = new HashMap<Long, Baseline>();
        var lasts = new HashMap<Long, Last>();
        var pending = new HashMap<Long, List<Detection>>();
        var ids = sources.toArray(Long[]::new);
        String today = extractor.version();
        jdbc.sql(BASELINES).param("sources", ids).param("today", today).query(rs -> {
            baselines.put(rs.getLong(1), new Baseline(rs.getLong(2), rs.getLong(3), text(rs)));
        });
        jdbc.sql(LASTS).param("sources", ids).param("today", today).query(rs -> {
            lasts.put(
                    rs.getLong(1),
                    new Last(
                            rs.getLong(2),
                            text(rs),
                            Optional.ofNullable(rs.getString("fingerprint")).map(Fingerprint::new),
                            by(rs)));
        });
        jdbc.sql(PENDING).param("sources", ids).query(rs -> {
            pending.computeIfAbsent(rs.getLong(1), k -> new ArrayList<>()).add(detection(rs));
        });
        var known = new HashMap<Long, Known>();
        for (Long id : sources) {
            known.put(
                    id,
                    new Known(
                            Optional.ofNullable(baselines.get(id)),
                            Optional.ofNullable(lasts.get(id)),
                            pending.getOrDefault(id, List.of())));
        }
        return known;
    }

    /** The same, with quotes and experience of these sources. */
    public Map<Long, Known> withExperience(Map<Long, Known> states, Collection<Long> sources) {
        var quotes = new HashMap<Long, List<Quote>>();
        jdbc.sql(QUOTES).param("sources", sources.toArray(Long[]::new)).query(rs -> {
            quotes.computeIfAbsent(rs.getLong(1), k -> new ArrayList<>())
                    .add(new Quote(rs.getString(2), rs.getString(3), rs.getString(4)));
        });
        var experience = experiences.of(sources, Experiences.NOW);
        var known = new HashMap<>(states);
        for (Long id : sources) {
            known.computeIfPresent(
                    id,
                    (source, state) -> new Known(
                            state.baseline(),
                            state.last(),
                            state.pending(),
                            quotes.getOrDefault(id, List.of()),
                            experience.getOrDefault(id, Experience.NONE)));
        }
        return known;
    }

    /** Those of these sources of which something was observed that has no outcome, or was an absence. Index change_source. */
    public Set<Long> unsettled(Collection<Long> sources) {
        return Set.copyOf(jdbc.sql("""
                        select distinct c.source_id from change c left join current_outcome o on o.change_id = c.id
                        where c.source_id = any(:sources) and (o.change_id is null or c.kind in ('moved', 'gone'))""")
                .param("sources", sources.toArray(Long[]::new))
                .query((rs, n) -> rs.getLong(1))
                .list());
    }

    /** Sources with a change observed at or before that time which no later read has confirmed yet. */
    public List<Long> awaitingConfirmation(Instant observedUpTo) {
        return jdbc.sql("""
                        select distinct source_id from change_state c
                        where state = 'observed' and observed_at <= case when %s
                            then cast(:slightUpTo as timestamptz) else cast(:upTo as timestamptz) end
                        order by source_id""".formatted(Slight.SQL))
                .param("upTo", Timestamp.from(observedUpTo))
                .param("slightUpTo", Timestamp.from(observedUpTo.minus(Slight.PATIENCE)))
                .query((rs, n) -> rs.getLong(1))
                .list();
    }

    private static Detection detection(ResultSet rs) throws SQLException {
        return new Detection(
                rs.getLong(2),
                Kind.ofWord(rs.getString(3)),
                new Fingerprint(rs.getString(4)),
                rs.getTimestamp(5).toInstant(),
                rs.getBoolean(6),
                rs.getBoolean(7),
                new Origin(Optional.ofNullable(rs.getObject("before", Long.class)), rs.getLong("after"), by(rs)),
                rs.getBoolean("slight"));
    }

    private static Text text(ResultSet rs) throws SQLException {
        return new Text(new ContentDigest(rs.getString("comparison_digest")), rs.getString("read_by"));
    }

    private static Versions by(ResultSet rs) throws SQLException {
        return new Versions(rs.getString("extractor_version"), rs.getString("detector_version"));
    }

    private static final String BASELINES = """
            select b.source_id, b.capture_id, coalesce(c.refers_to, c.id), e.comparison_digest, e.read_by
            from current_baseline b
            join capture c on c.id = b.capture_id
            join lateral (select comparison_digest, x.extractor_version as read_by from extraction x
                          where x.capture_id = coalesce(c.refers_to, c.id)
                          order by (x.extractor_version = :today) desc, x.id desc limit 1) e on true
            where b.source_id = any(:sources)""";

    /** Index capture_latest_good. */
    private static final String LASTS = """
            select s.id, coalesce(c.refers_to, c.id), e.comparison_digest, e.read_by, m.fingerprint,
                m.extractor_version, m.detector_version
            from unnest(:sources) as s(id)
            join lateral (select * from capture x where x.source_id = s.id and x.good
                            and not exists (select 1 from quarantine q where q.capture_id = x.id)
                          order by x.id desc limit 1) c on true
            join lateral (select comparison_digest, x.extractor_version as read_by from extraction x
                          where x.capture_id = coalesce(c.refers_to, c.id)
                          order by (x.extractor_version = :today) desc, x.id desc limit 1) e on true
            join comparison m on m.capture_id = c.id""";

    /** Index citation_source. */
    private static final String QUOTES = """
            select distinct source_id, quote_exact, coalesce(quote_prefix, '') as prefix, coalesce(quote_suffix, '') as suffix
            from citation
            where source_id = any(:sources) and retired_at is null and quote_exact <> ''
            order by source_id, quote_exact, prefix, suffix""";

    /** Detections without an outcome; and of absences decided since the page was last read, the newest. */
    private static final String PENDING = """
            select c.source_id, c.id, c.kind, c.fingerprint, c.observed_at, c.confirmation_id is not null, c.decided,
                coalesce(b.refers_to, b.id) as before, coalesce(k.refers_to, k.id) as after,
                m.extractor_version, m.detector_version, %s as slight
            from (select *, state in ('accepted', 'dismissed', 'quarantined') as decided from change_state
                  where source_id = any(:sources)) c
            join capture k on k.id = c.capture_id
            left join capture b on b.id = c.baseline_capture_id
            join comparison m on m.id = c.comparison_id
            where c.state in ('observed', 'open')
               or c.decided and c.kind in ('moved', 'gone')
                  and not exists (select 1 from capture g where g.source_id = c.source_id and g.good
                                  and g.id > c.capture_id)""".formatted(Slight.SQL);
}
