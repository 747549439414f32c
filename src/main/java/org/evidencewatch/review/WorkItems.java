package org.evidencewatch.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evidencewatch.change.Reason;
import org.evidencewatch.review.OpenReason.Disputed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Work items as rows: reading them with what waits in them, opening and closing them. */
@Repository
class WorkItems {

    private static final String ITEMS = """
            select w.id, c.slug, c.name, w.opened_at, w.closed_at,
                   case when w.held_until > clock_timestamp() then w.held_by end as held_by, w.held_until,
                   (select max(o.id) from reason r join decision o on o.reason_id = r.id where r.work_item_id = w.id) as last_decision
            from work_item w join company c on c.id = w.company_id
            """;

    private static final String WAITING = """
            select r.work_item_id, r.id, r.lane, r.opinion_of, coalesce(s.url, d.urls ->> 0) as shown_url, ct.title, coalesce(x.severity, 0) as severity, x.kind,
                   x.candidate_url, x.reasons::text as passages, coalesce(x.observed_at, d.at) as observed_at,
                   k.at as confirmed_at, r.cause, c.signed_by,
                   d.party, d.dimension, d.statement, d.contact,
                   e.probability, e.points, e.score_before, e.score_after, e.grade_before, e.grade_after, e.citations_left,
                   e.proposal::text as proposal, e.touched::text as touched, e.lines::text as lines
            from reason r
            left join change x on x.id = r.change_id
            left join capture c on c.id = x.capture_id
            left join confirmation k on k.change_id = x.id
            left join source s on s.id = r.source_id
            left join citation ct on ct.company_id = r.company_id and ct.source_id = r.source_id
            left join dispute d on d.id = r.dispute_id
            left join stake e on e.reason_id = r.id
            where r.closed_at is null and (r.deferred_until is null or r.deferred_until <= :now)
            """;

    /** Fits a bigint, and reads back as it is. */
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private final JdbcClient db;

    WorkItems(JdbcClient db) {
        this.db = db;
    }

    /** Every open item in which something waits, in no particular order. */
    List<Item> waiting(Instant now) {
        return items(db.sql(WAITING), db.sql(ITEMS + "where w.closed_at is null"), now);
    }

    /** Those of these items that are open and in which something waits, in no particular order. */
    List<Item> waiting(Collection<Long> ids, Instant now) {
        Long[] among = ids.toArray(Long[]::new);
        // relies on index reason_open and the primary key
        return items(
                db.sql(WAITING + "and r.work_item_id = any(:ids)").param("ids", among),
                db.sql(ITEMS + "where w.id = any(:ids) and w.closed_at is null").param("ids", among),
                now);
    }

    /** Items with a reason whose cause waits at another company too. */
    List<Long> sharing() {
        // relies on index reason_cause
        return db.sql("""
                        select distinct work_item_id from reason
                        where closed_at is null and cause in (
                            select cause from reason where closed_at is null and cause is not null
                            group by cause having count(distinct company_id) > 1)
                        """).query((row, n) -> row.getLong("work_item_id")).list();
    }

    private static List<Item> items(StatementSpec waiting, StatementSpec open, Instant now) {
        Map<Long, List<OpenReason>> reasons =
                waiting.param("now", Timestamp.from(now)).query(WorkItems::waits).list().stream()
                        .collect(Collectors.groupingBy(
                                Waits::item, Collectors.mapping(Waits::reason, Collectors.toList())));
        return open
                .query((row, number) -> item(row, now, reasons.getOrDefault(row.getLong("id"), List.of())))
                .list()
                .stream()
                .filter(item -> !item.reasons().isEmpty())
                .toList();
    }

    /** The item with this id; else the open item of the company with this slug; else its last closed one. */
    Optional<Item> find(String word, Instant now) {
        return byId(word).or(() -> bySlug(word)).map(found -> get(found, now));
    }

    private Optional<Long> byId(String word) {
        return ID.matcher(word).matches()
                ? db.sql("select id from work_item where id = :id")
                        .param("id", Long.valueOf(word))
                        .query(Long.class)
                        .optional()
                : Optional.empty();
    }

    private Optional<Long> bySlug(String word) {
        // relies on indexes company_slug_key and work_item_company
        return db.sql("""
                        select w.id from work_item w join company c on c.id = w.company_id
                        where c.slug = :word
                        order by (w.closed_at is null) desc, w.id desc
                        limit 1
                        """).param("word", word).query(Long.class).optional();
    }

    /** The item with this id, which must exist. */
    Item get(long id, Instant now) {
        // relies on index reason_item
        List<OpenReason> reasons = db.sql(WAITING + "and r.work_item_id = :item")
                .param("now", Timestamp.from(now))
                .param("item", id)
                .query((row, number) -> waits(row, number).reason())
                .list();
        return db.sql(ITEMS + "where w.id = :item")
                .param("item", id)
                .query((row, number) -> item(row, now, reasons))
                .single();
    }

    /** Makes this transaction the only one that settles or decides for the company. */
    void lockCompany(String slug) {
        db.sql("select id from company where slug = :slug for no key update")
                .param("slug", slug)
                .query(Long.class)
                .single();
    }

    /** Keeps the item from being claimed until this transaction ends; after {@link #lockCompany}. */
    void lock(long item) {
        db.sql("select id from work_item where id = :item for no key update")
                .param("item", item)
                .query(Long.class)
                .single();
    }

    /** The company's open item, made when there is none; the caller holds the company's lock. */
    long open(long company, Instant at) {
        // relies on index work_item_one_open
        db.sql("""
                        insert into work_item (company_id, opened_at) values (:company, :at)
                        on conflict (company_id) where closed_at is null do nothing
                        """).param("company", company).param("at", Timestamp.from(at)).update();
        return db.sql("select id from work_item where company_id = :company and closed_at is null")
                .param("company", company)
                .query(Long.class)
                .single();
    }

    /** Takes a reason that was answered back into the company's open item, or opens its item again; the caller has its lock. */
    void reopen(long reason) {
        long item = db.sql("""
                        select coalesce((select w.id from work_item w where w.company_id = r.company_id and w.closed_at is null),
                                        r.work_item_id)
                        from reason r where r.id = :reason
                        """).param("reason", reason).query(Long.class).single();
        db.sql("update work_item set closed_at = null where id = :item")
                .param("item", item)
                .update();
        db.sql("""
                        update reason set work_item_id = :item, closed_at = null, closed_as = null, deferred_until = null,
                            opinion_of = null
                        where id = :reason
                        """).param("item", item).param("reason", reason).update();
    }

    /** Closes the company's open item if nothing in it is open any more; the caller holds the company's lock. */
    void closeIfAnswered(String slug, Instant at) {
        db.sql("""
                        update work_item w set closed_at = :at, held_by = null, held_until = null
                        from company c
                        where c.id = w.company_id and c.slug = :slug and w.closed_at is null
                          and not exists (select 1 from reason r where r.work_item_id = w.id and r.closed_at is null)
                        """).param("slug", slug).param("at", Timestamp.from(at)).update();
    }

    private record Waits(long item, OpenReason reason) {}

    private static Waits waits(ResultSet row, int number) throws SQLException {
        int severity = row.getInt("severity");
        Lane lane = Lane.labelled(row.getString("lane"));
        return new Waits(
                row.getLong("work_item_id"),
                new OpenReason(
                        row.getLong("id"),
                        lane,
                        text(row, "shown_url"),
                        text(row, "title").orElse("Disputed by a " + row.getString("party")),
                        severity,
                        text(row, "candidate_url"),
                        passages(row, severity),
                        row.getTimestamp("observed_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("confirmed_at")).map(Timestamp::toInstant),
                        text(row, "cause"),
                        text(row, "opinion_of"),
                        text(row, "signed_by"),
                        disputed(row),
                        Stakes.stake(row, lane, severity)));
    }

    private static List<Reason> passages(ResultSet row, int severity) throws SQLException {
        Optional<String> statement = text(row, "statement");
        return statement.isPresent()
                ? List.of(new Reason("disputed", Optional.empty(), statement, severity))
                : Passages.read(row.getString("passages"), row.getString("kind"), severity);
    }

    private static Optional<Disputed> disputed(ResultSet row) throws SQLException {
        Optional<String> party = text(row, "party");
        return party.isEmpty()
                ? Optional.empty()
                : Optional.of(new Disputed(
                        party.get(), text(row, "dimension"), row.getString("statement"), text(row, "contact")));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Item item(ResultSet row, Instant now, List<OpenReason> reasons) throws SQLException {
        Instant opened = row.getTimestamp("opened_at").toInstant();
        Optional<Timestamp> held = Optional.ofNullable(row.getTimestamp("held_until"));
        return new Item(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("name"),
                opened,
                Item.age(opened, now),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("held_by"))
                        .flatMap(by -> held.map(until -> new Hold(by, until.toInstant()))),
                Optional.ofNullable(row.getObject("last_decision", Long.class)),
                reasons);
    }
}
