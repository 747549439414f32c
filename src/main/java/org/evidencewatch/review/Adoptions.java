package org.evidencewatch.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evidencewatch.company.Claim;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.score.Rubric;
import org.evidencewatch.score.Scorecard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adopted rubrics as rows, and the revisions that rest on them. The caller has the transaction. */
@Repository
class Adoptions {

    /** One that was made before. */
    record Made(String digest, String by, Instant at) {}

    /** A company as its newest revision states it. */
    record Standing(
            long revision,
            String company,
            Optional<Integer> score,
            Optional<String> grade,
            Optional<String> summary,
            List<Claim> claims) {}

    /** What a company is scored from now on. */
    record Newly(Standing standing, Scorecard card) {

        AdoptionReply.Scored told() {
            return new AdoptionReply.Scored(
                    standing.company(), standing.score(), standing.grade(), card.score(), card.grade());
        }
    }

    private final JdbcClient db;

    Adoptions(JdbcClient db) {
        this.db = db;
    }

    Optional<Made> find(String version) {
        return db.sql("select digest, adopted_by, at from rubric_adoption where version = :version")
                .param("version", version)
                .query((row, number) -> new Made(
                        row.getString("digest"),
                        row.getString("adopted_by"),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    /** Waits for whoever adopts the same version at this moment; false where that was done. */
    boolean add(Rubric rubric, AdoptionRequest request, Instant at) {
        return db.sql("""
                                insert into rubric_adoption (version, digest, adopted_by, why, at)
                                values (:version, :digest, :by, :why, :at)
                                on conflict (version) do nothing
                                """)
                        .param("version", rubric.id())
                        .param("digest", rubric.digest())
                        .param("by", request.by())
                        .param("why", request.why())
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    /** Every company, held until the transaction ends, by slug. */
    List<Standing> holdAll() {
        // as an import holds the one that it writes; in the order of ids, so that two of us never deadlock
        db.sql("select id from company order by id for update")
                .query(Long.class)
                .list();
        Map<Long, List<Claim>> claims = claims();
        return db.sql("""
                        select r.id, c.slug, r.score, r.grade, r.summary
                        from company c
                        join lateral (select id, score, grade, summary from revision where company_id = c.id
                                      order by number desc limit 1) r on true
                        order by c.slug
                        """).query((row, number) -> standing(row, claims)).list();
    }

    private static Standing standing(ResultSet row, Map<Long, List<Claim>> claims) throws SQLException {
        return new Standing(
                row.getLong("id"),
                row.getString("slug"),
                Optional.ofNullable(row.getObject("score", Integer.class)),
                Optional.ofNullable(row.getString("grade")),
                Optional.ofNullable(row.getString("summary")),
                claims.getOrDefault(row.getLong("id"), List.of()));
    }

    /** What each newest revision claims. */
    private Map<Long, List<Claim>> claims() {
        record Of(long revision, Claim claim) {}
        return db
                .sql("""
                        select revision_id, dimension, statement from current_claim
                        order by revision_id, dimension, ordinal
                        """)
                .query((row, number) -> new Of(
                        row.getLong("revision_id"),
                        new Claim(
                                Dimension.withKey(row.getString("dimension")).orElseThrow(),
                                row.getString("statement"),
                                List.of())))
                .stream()
                .collect(Collectors.groupingBy(Of::revision, Collectors.mapping(Of::claim, Collectors.toList())));
    }

    /** Appends a revision to each of these companies: score and grade are new, all else is carried over. */
    void revise(Rubric rubric, List<Newly> newly, Instant at) {
        Long[] revisions = newly.stream().map(one -> one.standing().revision()).toArray(Long[]::new);
        db.sql("""
                        insert into revision (company_id, number, rubric_version, score, grade, tier, rubric,
                                              last_reviewed, scope, summary, at)
                        select o.company_id, o.number + 1, :version, s.score, s.grade, o.tier, :rubric,
                               o.last_reviewed, o.scope, o.summary, :at
                        from unnest(cast(:revisions as bigint[]), cast(:scores as int[]), cast(:grades as text[]))
                             as s (revision, score, grade)
                        join revision o on o.id = s.revision
                        order by o.company_id
                        """)
                .param("version", rubric.id())
                .param("rubric", shown(rubric))
                .param("revisions", revisions)
                .param("scores", newly.stream().map(one -> one.card().score()).toArray(Integer[]::new))
                .param("grades", newly.stream().map(one -> one.card().grade()).toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
        // relies on the index of one_revision_of_a_rubric
        db.sql("""
                        insert into revision_claim (revision_id, claim_id, statement)
                        select n.id, s.claim_id, s.statement
                        from revision o
                        join revision n on n.company_id = o.company_id and n.rubric_version = :version
                        join revision_claim s on s.revision_id = o.id
                        where o.id = any (cast(:revisions as bigint[]))
                        """).param("version", rubric.id()).param("revisions", revisions).update();
    }

    /** What records bear: wherever a score of sample values is shown, so is that it is one. */
    private static String shown(Rubric rubric) {
        return rubric.sample() ? rubric.id() + " (sample values)" : rubric.id();
    }
}
