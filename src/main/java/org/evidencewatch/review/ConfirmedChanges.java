package org.evidencewatch.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Confirmed changes as the queue sees them: which company is owed a reason, and how a change ends. */
@Repository
class ConfirmedChanges {

    /** A company in whose queue something has to be settled. */
    record Company(long id, String slug) {}

    /** An open change of a page that a company cites, without a reason there. */
    record Pending(long change, long source, String kind) {}

    private static final String PENDING = """
            select ct.company_id, x.id as change, x.source_id as source, x.kind
            from change_state x
            join citation ct on ct.source_id = x.source_id and ct.retired_at is null
            where x.state = 'open'
              and not exists (select 1 from reason r where r.company_id = ct.company_id and r.change_id = x.id)
            """;

    private final JdbcClient db;

    ConfirmedChanges(JdbcClient db) {
        this.db = db;
    }

    /** Every company whose work item does not say what the changes say, by slug. */
    List<Company> unsettled() {
        return db.sql("""
                        select c.id, c.slug from company c
                        where c.id in (select company_id from (%s) pending)
                           or c.id in (select r.company_id from reason r join current_outcome o on o.change_id = r.change_id
                                       where r.closed_at is null and o.outcome in ('reverted', 'superseded'))
                           or c.id in (select w.company_id from work_item w where w.closed_at is null and not exists
                                       (select 1 from reason r where r.work_item_id = w.id and r.closed_at is null))
                        order by c.slug
                        """.formatted(PENDING))
                .query((row, number) -> new Company(row.getLong("id"), row.getString("slug")))
                .list();
    }

    /** The open changes that the company was not yet given a reason for, by id. */
    List<Pending> pending(long company) {
        return db.sql(PENDING + " and ct.company_id = :company order by x.id")
                .param("company", company)
                .query((row, number) ->
                        new Pending(row.getLong("change"), row.getLong("source"), row.getString("kind")))
                .list();
    }

    /** Keeps the changes from being ended by a decision until this transaction ends; in the order of their ids. */
    void keepOpen(List<Pending> pending) {
        db.sql("select id from change where id in (:ids) order by id for share")
                .param("ids", pending.stream().map(Pending::change).toList())
                .query(Long.class)
                .list();
    }

    /** The new reason's id; empty when the change ended in the meantime, or the company has the reason already. */
    Optional<Long> addReason(long item, long company, Pending pending, Instant at) {
        return db.sql("""
                        insert into reason (work_item_id, company_id, source_id, change_id, lane, cause, opened_at)
                        select :item, :company, x.source_id, x.id, :lane, s.host || ' ' || x.fingerprint, :at
                        from change_state x join source s on s.id = x.source_id where x.id = :change and x.state = 'open'
                        on conflict (company_id, change_id) do nothing
                        returning id
                        """)
                .param("item", item)
                .param("company", company)
                .param("change", pending.change())
                .param("lane", Lane.ofChange(pending.kind()).label())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    /** Closes the company's reasons whose change came to nothing: the page went back, or changed once more. */
    void closeEnded(long company, Instant at) {
        db.sql("""
                        update reason r set closed_at = :at, closed_as = o.outcome
                        from current_outcome o
                        where o.change_id = r.change_id and o.outcome in ('reverted', 'superseded')
                          and r.company_id = :company and r.closed_at is null
                        """).param("company", company).param("at", Timestamp.from(at)).update();
    }

    /** Makes this transaction the only one that may end a change of the item's open reasons; in the order of ids. */
    void lockOpen(long item) {
        db.sql("""
                        select id from change
                        where id in (select change_id from reason where work_item_id = :item and closed_at is null)
                        order by id for no key update
                        """).param("item", item).query(Long.class).list();
    }

    /** Makes this transaction the only one that may end the change. */
    void lock(long change) {
        db.sql("select id from change where id = :change for no key update")
                .param("change", change)
                .query(Long.class)
                .single();
    }

    /** Open changes that somebody has answered for good: all have, when a company that had not cites the page no more. */
    List<Long> answered() {
        return db.sql("""
                        select x.id from change_state x
                        where x.state = 'open' and exists (select 1 from effective_decision d where d.change_id = x.id)
                        order by x.id
                        """).query((row, n) -> row.getLong("id")).list();
    }

    /** What differs, worst first. */
    List<Reason> passages(long change) {
        return db.sql("select reasons::text as reasons, kind, severity from change where id = :change")
                .param("change", change)
                .query((row, n) ->
                        Passages.read(row.getString("reasons"), row.getString("kind"), row.getInt("severity")))
                .single();
    }

    /** What a reason has in common with the same change at other companies or on other pages of the host; empty for a dispute. */
    Optional<String> cause(long reason) {
        return db.sql("select cause from reason where id = :reason and cause is not null")
                .param("reason", reason)
                .query(String.class)
                .optional();
    }

    /** Open reasons that this cause has at other companies. */
    List<Elsewhere> elsewhere(String cause, long company) {
        // relies on index reason_cause
        return db.sql("""
                        select c.slug, r.id
                        from reason r join company c on c.id = r.company_id
                        where r.cause = :cause and r.closed_at is null and r.company_id <> :company
                        order by c.slug, r.id
                        """)
                .param("cause", cause)
                .param("company", company)
                .query((row, n) -> new Elsewhere(row.getString("slug"), row.getLong("id")))
                .list();
    }

    /** A reason of the same cause at another company. */
    record Elsewhere(String company, long reason) {}

    /** Whether the change's capture is a good reading of the page. */
    boolean pageStands(long change) {
        return db.sql("select capture_good from change where id = :change")
                .param("change", change)
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether some company has yet to answer for this change: one with an open reason, or one that cited the page when
     * the change was confirmed and was not given its reason yet.
     */
    boolean awaitsAnswer(long change) {
        return db.sql("""
                        select exists (select 1 from reason where change_id = :change and closed_at is null)
                            or exists (select 1 from change x
                                       join confirmation k on k.change_id = x.id
                                       join citation ct on ct.source_id = x.source_id and ct.retired_at is null
                                           and ct.created_at <= k.at
                                       where x.id = :change and not exists (select 1 from reason r
                                           where r.company_id = ct.company_id and r.change_id = x.id))
                        """).param("change", change).query(Boolean.class).single();
    }

    /** Gives the change its outcome; false when it has one already. */
    boolean end(long change, Ending ending, Instant at) {
        Decision by = ending.by();
        return db.sql("""
                                insert into change_outcome (change_id, round, outcome, detail, decision_id, at)
                                select c.id, (select count(*) from change_reopening u where u.change_id = c.id), :outcome,
                                       :detail, :decision, :at
                                from change c where c.id = :change
                                on conflict (change_id, round) do nothing
                                """)
                        .param("change", change)
                        .param("outcome", ending.outcome().word())
                        .param("detail", by.answer().word() + " by " + by.by() + ": " + by.why())
                        .param("decision", by.id())
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    /** Takes back the outcome of a change, if a person gave it one: it is open again. */
    boolean reopen(long change, long undo, Instant at) {
        return db.sql("""
                                insert into change_reopening (change_id, round, decision_id, at)
                                select change_id, round, :undo, :at from current_outcome
                                where change_id = :change and decision_id is not null
                                """)
                        .param("change", change)
                        .param("undo", undo)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    /** Makes the change's capture what its source is compared with from now on, unless a later one is already. */
    void moveBaseline(long change, long decision, Instant at) {
        // relies on index baseline_current
        db.sql("""
                        insert into baseline (source_id, capture_id, decision_id, at)
                        select x.source_id, x.capture_id, :decision, :at
                        from change x
                        where x.id = :change and x.capture_good and not exists
                            (select 1 from current_baseline b
                             where b.source_id = x.source_id and b.capture_id >= x.capture_id)
                        """)
                .param("change", change)
                .param("decision", decision)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Whether another change of the page was accepted after that one. */
    boolean baselineMovedOn(long change) {
        return db.sql("""
                        select exists (select 1 from change x join current_baseline b on b.source_id = x.source_id
                                       where x.id = :change and b.capture_id > x.capture_id)
                        """).param("change", change).query(Boolean.class).single();
    }

    /** Makes what the change was compared with the baseline again. */
    void restoreBaseline(long change, long undo, Instant at) {
        db.sql("""
                        insert into baseline (source_id, capture_id, decision_id, at)
                        select x.source_id, x.baseline_capture_id, :undo, :at
                        from change x join current_baseline b on b.source_id = x.source_id
                        where x.id = :change and x.baseline_capture_id is not null
                          and b.capture_id <> x.baseline_capture_id
                        """)
                .param("change", change)
                .param("undo", undo)
                .param("at", Timestamp.from(at))
                .update();
    }

    /**
     * Sets aside every capture that showed the change: that which was flagged, that which agreed, and those since that differ from
     * the baseline in the same words, which are no news while the change is open. Nothing rests on them any more.
     */
    void quarantine(long change, long decision, Instant at) {
        db.sql("""
                        insert into quarantine (capture_id, source_id, decision_id, at)
                        select c.id, x.source_id, :decision, :at
                        from change x
                        join capture c on c.source_id = x.source_id and c.id >= x.capture_id
                        where x.id = :change
                          and (c.id = x.capture_id
                               or exists (select 1 from confirmation k where k.change_id = x.id and k.capture_id = c.id)
                               or exists (select 1 from comparison m
                                          where m.capture_id = c.id and m.fingerprint = x.fingerprint))
                        on conflict (capture_id) do nothing
                        """)
                .param("change", change)
                .param("decision", decision)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Takes back what was set aside for the change. */
    void release(long change) {
        db.sql("delete from quarantine where decision_id in (select id from decision where change_id = :change)")
                .param("change", change)
                .update();
    }
}
