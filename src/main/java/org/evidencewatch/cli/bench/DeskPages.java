package org.evidencewatch.cli.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a reviewer's day asks for, of a generated desk. */
final class DeskPages {

    /** What no query, no template and no login takes part in: the least that a request costs. */
    static final String FLOOR = "static file";

    private static final Pattern NEXT = Pattern.compile("href=\"(/queue\\?[^\"]*after=[^\"]*)\"");

    private DeskPages() {}

    /**
     * All pages, the floor last.
     *
     * @param cards how many items are looked at, in turn
     */
    static List<DeskPage> of(JdbcClient db, DeskVisitor visitor, int cards) throws IOException {
        List<String> items = items(db, cards);
        return List.of(
                new DeskPage("inbox", List.of("/queue")),
                new DeskPage("inbox, one lane", List.of("/queue?lane=changed", "/queue?lane=gone")),
                new DeskPage("inbox, page 2", List.of(next(visitor.text("/queue")))),
                new DeskPage("inbox, search", searches()),
                new DeskPage("card, view 1", with(items, "&view=1")),
                new DeskPage("card, view 3", with(items, "&view=3")),
                new DeskPage("inbox, after a write", List.of("/queue")).afterWrite(),
                new DeskPage("card, after a write", with(items, "&view=1")).afterWrite(),
                new DeskPage("company", sampled(db, "/companies/", "select slug from company")),
                new DeskPage("timeline", sampled(db, "/evidence/", "select id::text from citation")),
                new DeskPage("hosts", List.of("/hosts")),
                new DeskPage("runs", List.of("/runs")),
                new DeskPage("freshness", List.of("/freshness")),
                new DeskPage("decisions", List.of("/decisions")),
                new DeskPage(FLOOR, List.of("/assets/evidence.css")));
    }

    /** Items whose pages are as long as help centres have them. */
    private static List<String> items(JdbcClient db, int cards) {
        return db.sql("""
                        select r.work_item_id || '?reason=' || r.id
                        from reason r join change x on x.id = r.change_id
                        join capture c on c.id = x.capture_id join snapshot s on s.digest = c.snapshot_digest
                        where r.closed_at is null and s.length > 20000
                        order by md5(r.id::text) limit :cards
                        """)
                .param("cards", cards)
                .query((row, n) -> "/queue/" + row.getString(1))
                .list();
    }

    private static List<String> with(List<String> items, String more) {
        return items.stream().map(item -> item + more).toList();
    }

    /** Words that stand in few, in some, and in no items. */
    private static List<String> searches() {
        return IntStream.of(7, 77, 123, 4711)
                .boxed()
                .flatMap(n -> List.of("Number " + n, "company-" + n + ".test", "no such words " + n).stream())
                .map(words -> "/queue?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> sampled(JdbcClient db, String path, String from) {
        return db.sql(from + " order by md5(id::text) limit 100")
                .query((row, n) -> path + row.getString(1))
                .list();
    }

    private static String next(String inbox) {
        var link = NEXT.matcher(inbox);
        return link.find() ? link.group(1).replace("&amp;", "&") : "/queue";
    }
}
