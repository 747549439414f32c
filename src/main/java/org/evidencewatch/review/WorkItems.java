package org.evidencewatch.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Work items as rows: reading them with what waits in them, opening, holding and closing them. */
@Repository
class WorkItems {

    private static final String ITEMS = """
            select w.id, c.slug, c.name, w.opened_at, w.closed_at,
                   case when w.held_until > clock_timestamp() then w.held_by end as held_by, w.held_until
            from work_item w join company c on c.id = w.company_id
            """;

    private static final String WAITING = """
            select r.work_item_id, r.id, r.lane, s.url, ct.title, x.severity, x.kind, x.candidate_url, x.reasons::text as passages,
                   x.observed_at, k.at as confirmed_at
            from reason r
            join change x on x.id = r.change_id
            join confirmation k on k.change_id = x.id
            join source s on s.id = r.source_id
            join citation ct on ct.company_id = r.company_id and ct.source_id = r.source_id
            where r.closed_at is null and (r.deferred_until is null or r.deferred_until <= :now)
            """;

    private final JdbcClient db;

    WorkItems(JdbcClient db) {
        this.db = db;
    }

    /** Every open item in which something waits, in no particular order. */
    List<Item> waiting(Instant now) {
        Map<Long, List<OpenReason>> reasons =
                db.sql(WAITING).param("now", Timestamp.from(now)).query(WorkItems::waits).list().stream()
                        .collect(Collectors.groupingBy(
                                Waits::item, Collectors.mapping(Waits::reason, Collectors.toList())));
        return db
                .sql(ITEMS + "where w.closed_at is null")
                .query((row, number) -> item(row, now, reasons.getOrDefault(row.getLong("id"), List.of())))
                .list()
                .stream()
                .filter(item -> !item.reasons().isEmpty())
                .toList();
    }

    /** The item with this id; else the open item of the company with this slug; else its last closed one. */
    Optional<Item> find(String word, Instant now) {
        Optional<Long> id = db.sql("""
                        select w.id from work_item w join company c on c.id = w.company_id
                        where w.id::text = :word or c.slug = :word
                        order by (w.id::text = :word) desc, (w.closed_at is null) desc, w.id desc
                        limit 1
                        """).param("word", word).query(Long.class).optional();
        return id.map(found -> get(found, now));
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

    /** Whether nobody else held it, so that {@code who} does now, until the lease ends. */
    boolean hold(long item, String who, Duration lease) {
        return db.sql("""
                                update work_item
                                set held_by = :who, held_until = clock_timestamp() + make_interval(secs => :seconds)
                                where id = :item and closed_at is null
                                  and (held_by is null or held_by = :who or held_until <= clock_timestamp())
                                """)
                        .param("item", item)
                        .param("who", who)
                        .param("seconds", lease.toSeconds())
                        .update()
                > 0;
    }

    /** Ends the lease of {@code who}, and nobody else's. */
    void release(long item, String who) {
        db.sql("update work_item set held_by = null, held_until = null where id = :item and held_by = :who")
                .param("item", item)
                .param("who", who)
                .update();
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
        return new Waits(
                row.getLong("work_item_id"),
                new OpenReason(
                        row.getLong("id"),
                        Lane.labelled(row.getString("lane")),
                        row.getString("url"),
                        row.getString("title"),
                        severity,
                        Optional.ofNullable(row.getString("candidate_url")),
                        Passages.read(row.getString("passages"), row.getString("kind"), severity),
                        row.getTimestamp("observed_at").toInstant(),
                        row.getTimestamp("confirmed_at").toInstant()));
    }

    private static Item item(ResultSet row, Instant now, List<OpenReason> reasons) throws SQLException {
        Instant opened = row.getTimestamp("opened_at").toInstant();
        Duration waited = Duration.between(opened, now);
        Optional<Timestamp> held = Optional.ofNullable(row.getTimestamp("held_until"));
        return new Item(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("name"),
                opened,
                waited.isNegative() ? Duration.ZERO : waited,
                Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("held_by"))
                        .flatMap(by -> held.map(until -> new Hold(by, until.toInstant()))),
                reasons);
    }
}
