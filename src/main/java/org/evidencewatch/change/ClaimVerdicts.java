package org.evidencewatch.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Verdicts on claims as rows: one for each change of verdict or read. Takes part in the caller's transaction. */
@Repository
class ClaimVerdicts {

    private final JdbcClient jdbc;

    ClaimVerdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a claim stands on a page. */
    record Standing(ClaimVerdict verdict, ReadQuality read, Optional<String> value, Optional<String> quote) {}

    /** The newest verdict on a claim as it is stated now. */
    Optional<Standing> standing(long claim, long citation) {
        return jdbc.sql("select * from claim_standing where claim_id = :claim and citation_id = :citation")
                .param("claim", claim)
                .param("citation", citation)
                .query((row, n) -> standing(row))
                .optional();
    }

    /** Records how a claim stands after a good read, unless it stood so. */
    void record(DueClaim due, ClaimVerdict verdict, ClaimFinding found, String rules, Instant at) {
        boolean known = standing(due.claim().id(), due.citation())
                .filter(last -> last.verdict() == verdict && last.read() == ReadQuality.GOOD)
                .isPresent();
        if (known) {
            return;
        }
        jdbc.sql("""
                        insert into claim_verdict (claim_id, company_id, revision_id, citation_id, source_id, capture_id,
                            capture_good, verdict, read, value_found, quote_found, rules, at)
                        values (:claim, :company, :revision, :citation, :source, :capture, true, :verdict, 'good', :value,
                            :quote, :rules, :at)""")
                .params(due.columns())
                .param("verdict", verdict.word())
                .param("value", found.value().orElse(null))
                .param("quote", found.quote().orElse(null))
                .param("rules", rules)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** A standing verdict, and the newest attempt at its page, which was another kind of read. */
    private record Reread(long verdict, long capture, boolean good, ReadQuality read, ReadQuality before) {}

    /**
     * Records of verdicts whose page was read another way since that they stand as they did. Costs one look, and rows only
     * where a page came or went. Index capture_latest.
     */
    void carryOver(Instant at) {
        List<Reread> changed = jdbc
                .sql("""
                        select v.id, v.read, k.id as capture_id, k.good, k.outcome
                        from claim_standing v
                        join lateral (select id, good, outcome from capture x where x.source_id = v.source_id
                                        and x.outcome not in ('DEFERRED', 'STOPPED')
                                      order by x.id desc limit 1) k on k.id > v.capture_id
                        where not (k.good and v.read = 'good')
                        order by v.id""")
                .query((row, n) -> new Reread(
                        row.getLong("id"),
                        row.getLong("capture_id"),
                        row.getBoolean("good"),
                        ReadQuality.of(row.getBoolean("good"), row.getString("outcome")),
                        ReadQuality.ofWord(row.getString("read"))))
                .stream()
                .filter(reread -> reread.read() != reread.before())
                .toList();
        changed.forEach(reread -> carryOver(reread, at));
    }

    private void carryOver(Reread reread, Instant at) {
        jdbc.sql("""
                        insert into claim_verdict (claim_id, company_id, revision_id, citation_id, source_id, capture_id,
                            capture_good, verdict, read, value_found, quote_found, rules, at)
                        select claim_id, company_id, revision_id, citation_id, source_id, :capture, :good, verdict, :read,
                            value_found, quote_found, rules, :at
                        from claim_verdict where id = :id""")
                .param("id", reread.verdict())
                .param("capture", reread.capture())
                .param("good", reread.good())
                .param("read", reread.read().word())
                .param("at", Timestamp.from(at))
                .update();
    }

    static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                ClaimVerdict.ofWord(row.getString("verdict")),
                ReadQuality.ofWord(row.getString("read")),
                Optional.ofNullable(row.getString("value_found")),
                Optional.ofNullable(row.getString("quote_found")));
    }
}
