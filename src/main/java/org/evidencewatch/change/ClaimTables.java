package org.evidencewatch.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evidencewatch.change.ClaimLink.Decided;
import org.evidencewatch.change.ClaimLink.State;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.Quote;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Claims, the passages linked to them, and verdicts, as rows. Takes part in the caller's transaction. */
@Repository
class ClaimTables {

    private static final String PAGE = """
            select p.*, k.ordinal, r.summary, g.id as capture_id, coalesce(g.refers_to, g.id) as response_id, e.comparison_digest
            from claim_page p
            join claim k on k.id = p.claim_id
            join revision r on r.id = p.revision_id
            join lateral (select id, refers_to from capture x where x.source_id = p.source_id and x.good
                            and not exists (select 1 from quarantine q where q.capture_id = x.id)
                          order by x.id desc limit 1) g on true
            join lateral (select comparison_digest from extraction x where x.capture_id = coalesce(g.refers_to, g.id)
                          order by (x.extractor_version = :extractor) desc, x.id desc limit 1) e on true""";

    /** Indexes capture_latest_good and claim_reading_latest. */
    private static final String DUE = PAGE + """

            left join lateral (select x.text_digest, x.rules, s.statement
                               from claim_reading x
                               join revision_claim s on s.revision_id = x.revision_id and s.claim_id = x.claim_id
                               where x.claim_id = p.claim_id and x.citation_id = p.citation_id
                               order by x.id desc limit 1) l on true
            where (l.text_digest is distinct from e.comparison_digest or l.rules <> :rules
                   or l.statement <> p.statement)
              and (cast(:source as bigint) is null or p.source_id = :source)""";

    private final JdbcClient jdbc;

    ClaimTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sources with a text that was not read yet for some claim by these rules. */
    List<Long> dueSources(String extractor, String rules) {
        return jdbc.sql("select distinct source_id from (" + DUE + ") due order by source_id")
                .param("extractor", extractor)
                .param("rules", rules)
                .param("source", null, Types.BIGINT)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** The claims for which that page is to be read. */
    List<DueClaim> due(long source, String extractor, String rules) {
        return jdbc.sql(DUE + " order by p.claim_id, p.citation_id")
                .param("extractor", extractor)
                .param("rules", rules)
                .param("source", source)
                .query((row, n) -> due(row))
                .list();
    }

    /** The page of a claim as it was read last and well, whether or not it was read for the claim. */
    Optional<DueClaim> page(long claim, long citation, String extractor) {
        return jdbc.sql(PAGE + " where p.claim_id = :claim and p.citation_id = :citation")
                .param("extractor", extractor)
                .param("claim", claim)
                .param("citation", citation)
                .query((row, n) -> due(row))
                .optional();
    }

    /** The capture that brought the bytes of a capture. */
    long response(long capture) {
        return jdbc.sql("select coalesce(refers_to, id) from capture where id = :id")
                .param("id", capture)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** Holds the companies of these claims until the transaction ends; in one order, so that nobody waits in a circle. */
    void lockCitingCompanies(long source) {
        jdbc.sql("""
                        select id from company where id in
                            (select company_id from citation where source_id = :source and retired_at is null)
                        order by id for no key update""").param("source", source).query((row, n) -> row.getLong(1)).list();
    }

    /** Holds a company; empty where there is none of that slug. */
    Optional<Long> lock(String slug) {
        return jdbc.sql("select id from company where slug = :slug for no key update")
                .param("slug", slug)
                .query((row, n) -> row.getLong(1))
                .optional();
    }

    /** The passages linked to a claim on a page, rejected ones included. */
    List<ClaimLink> links(long claim, long citation) {
        return jdbc.sql("select * from current_link where claim_id = :claim and citation_id = :citation order by id")
                .param("claim", claim)
                .param("citation", citation)
                .query((row, n) -> link(row))
                .list();
    }

    /** All passages linked to the claims of a company. */
    List<ClaimLink> links(long company) {
        return jdbc.sql("select * from current_link where company_id = :company order by id")
                .param("company", company)
                .query((row, n) -> link(row))
                .list();
    }

    void propose(DueClaim due, LinkProposal proposal, String rules, Instant at) {
        jdbc.sql("""
                        insert into claim_link (claim_id, company_id, revision_id, citation_id, source_id, quote_exact,
                            quote_prefix, quote_suffix, role, value, agrees, capture_id, rules, proposed_at)
                        values (:claim, :company, :revision, :citation, :source, :exact, :prefix, :suffix, :role, :value,
                            :agrees, :capture, :rules, :at)
                        on conflict do nothing""")
                .params(due.columns())
                .param("exact", proposal.quote().exact())
                .param("prefix", proposal.quote().prefix())
                .param("suffix", proposal.quote().suffix())
                .param("role", proposal.fact().map(fact -> fact.role().word()).orElse(null))
                .param(
                        "value",
                        proposal.fact()
                                .map(Fact::value)
                                .map(value -> value.text())
                                .orElse(null))
                .param("agrees", proposal.agrees())
                .param("rules", rules)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Keeps what a person said of a passage. */
    void decide(long link, State decision, String reviewer, Instant at) {
        jdbc.sql(
                        "insert into claim_link_decision (link_id, decision, reviewer, at) values (:link, :decision, :by, :at)")
                .param("link", link)
                .param("decision", decision.word())
                .param("by", reviewer)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Keeps that a text was read for a claim, and what was tested. */
    void read(DueClaim due, CitedText page, Sufficiency sufficiency, String rules, Instant at) {
        jdbc.sql("""
                        insert into claim_reading (claim_id, company_id, revision_id, citation_id, source_id, capture_id,
                            text_digest, rules, sufficient, tested, platform, posts, at)
                        values (:claim, :company, :revision, :citation, :source, :capture, :digest, :rules, :sufficient,
                            :tested, :platform, :posts, :at)""")
                .params(due.columns())
                .param("digest", due.digest())
                .param("rules", rules)
                .param("sufficient", sufficiency.sufficient())
                .param("tested", sufficiency.tested())
                .param("platform", page.reading().platform())
                .param("posts", page.posts())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static DueClaim due(ResultSet row) throws SQLException {
        var claim = new StatedClaim(
                row.getLong("claim_id"),
                row.getLong("company_id"),
                row.getLong("revision_id"),
                Dimension.withKey(row.getString("dimension")).orElseThrow(),
                row.getInt("ordinal"),
                row.getString("statement"),
                Optional.ofNullable(row.getString("summary")));
        return new DueClaim(
                claim,
                row.getLong("citation_id"),
                row.getLong("source_id"),
                row.getLong("capture_id"),
                row.getLong("response_id"),
                row.getString("comparison_digest"));
    }

    private static ClaimLink link(ResultSet row) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        Optional<Decided> decided =
                Optional.ofNullable(row.getString("reviewer")).map(by -> new Decided(by, decidedAt.toInstant()));
        return new ClaimLink(
                row.getLong("id"),
                row.getLong("claim_id"),
                row.getLong("citation_id"),
                new Quote(row.getString("quote_exact"), row.getString("quote_prefix"), row.getString("quote_suffix")),
                Optional.ofNullable(row.getString("role")).map(word -> Role.valueOf(word.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(row.getString("value")),
                row.getBoolean("agrees"),
                row.getLong("capture_id"),
                State.ofWord(row.getString("state")),
                decided);
    }
}
