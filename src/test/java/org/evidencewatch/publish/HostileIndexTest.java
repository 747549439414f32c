package org.evidencewatch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.evidencewatch.TestHouse;
import org.evidencewatch.citation.Disputes;
import org.evidencewatch.citation.RecordImport;
import org.evidencewatch.citation.Records;
import org.evidencewatch.extract.CardText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Names, titles, words and addresses that would break out of a page, a feed or a table stay text. */
class HostileIndexTest {

    private static final Instant NOW = Instant.parse("2026-06-14T09:00:00Z");
    private static final String BASE = "https://index.example/atlas/";
    private static final String SCRIPT = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>&amp;]]>";
    private static final String RTL = "שָׁלוֹם مرحبا";
    private static final String FORMULA = "=HYPERLINK(\"http://evil.example\",\"x\")";

    @TempDir
    static Path temp;

    private static TestHouse house;
    private static Exported export;

    @BeforeAll
    static void hostileIndex() throws IOException {
        house = TestHouse.open(NOW, "evidence.publication.base-url=" + BASE, "evidence.publication.publisher=<b>P</b>");
        house.importRecord(Files.writeString(temp.resolve("records.json"), records()));
        var plain = Exported.from(house, temp.resolve("plain"), true);
        house.importRecord(Files.writeString(temp.resolve("dataset.json"), withCorrection(plain)));
        export = Exported.from(house, temp.resolve("out"), true);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static String records() {
        var json = JsonMapper.shared();
        var document = json.createObjectNode();
        var companies = document.putArray("companies");
        int n = 0;
        for (String text : List.of(SCRIPT, RTL, FORMULA, " ＝1+1", "\uFFFE\uFDD0 nobody", "'=quoted", "Tern & Sons")) {
            var company = companies.addObject();
            company.put("slug", "hostile-" + n++);
            company.put("name", text);
            company.put("category", n % 2 == 0 ? SCRIPT : "Plain");
            company.put("country", "NZ");
            company.put("score", 50 + n);
            company.put("grade", n == 3 ? "Z+" : "C");
            company.put("lastReviewed", "2026-06-10");
            company.put("summary", text + "\n\nsecond line");
            var claim = company.putArray("claims").addObject();
            claim.put("dimension", "refund").put("statement", text + " javascript:alert(1)");
            claim.putArray("urls").add("https://h" + n + ".example/a'b?c=d&e=(f)");
            var citations = company.putArray("citations");
            citations
                    .addObject()
                    .put("url", "https://h" + n + ".example/a'b?c=d&e=(f)")
                    .put("title", text);
            var quoted = citations.addObject().put("url", "https://h" + n + ".example/q");
            quoted.putObject("quote")
                    .put("exact", text)
                    .put("prefix", " before ")
                    .put("suffix", "\t=after ");
        }
        return document.toString();
    }

    /** The data set with a correction whose page is no page. */
    private static String withCorrection(Exported plain) {
        var tree = plain.json("dataset.json");
        var correction = JsonMapper.shared().readTree("""
                {"id": "urn:uuid:00000000-0000-3000-8000-000000000001", "decided": "2026-06-13T12:00:00Z",
                 "kind": "material-worse", "basis": "dispute", "page": "javascript:alert(1)", "revision": 0,
                 "before": {"score": 60}, "after": {"score": 51},
                 "claims": [{"dimension": "refund", "ordinal": 0, "before": "<i>old</i>", "after": "+new"}],
                 "differences": [{"code": "fact-worse", "before": "</td><script>", "after": "@now"},
                                 {"code": "number-changed", "before": "30"}]}""");
        ((ObjectNode) tree.path("companies").get(0)).putArray("corrections").add(correction);
        return tree.toString();
    }

    private static void pages(BiConsumer<String, Document> check) throws IOException {
        for (Map.Entry<String, String> file : export.files().entrySet()) {
            if (file.getKey().endsWith(".html")) {
                check.accept(file.getKey(), Jsoup.parse(file.getValue(), BASE + file.getKey()));
            }
        }
    }

    @Test
    void whatIsHostileStaysText() throws IOException {
        pages((name, page) -> {
            assertThat(page.select("script, img, iframe, i, form, [onerror], [style]"))
                    .as(name)
                    .isEmpty();
            assertThat(page.select("a[href^=javascript]")).as(name).isEmpty();
        });
        var first = Jsoup.parse(export.text("c/hostile-0.html"));
        assertThat(first.select("h1").text()).contains("<script>alert('x')</script>");
        assertThat(first.select("article.correction").text())
                .contains("javascript:alert(1)")
                .contains("<i>old</i>");
        assertThat(Jsoup.parse(export.text("c/hostile-1.html")).select("h1 bdi").text())
                .isEqualTo(RTL);
    }

    @Test
    void everyPageIsWellFormedXmlToo() throws Exception {
        for (Map.Entry<String, String> file : export.files().entrySet()) {
            if (file.getKey().endsWith(".html") || file.getKey().endsWith(".atom")) {
                assertThat(xml(file.getValue()).getDocumentElement())
                        .as(file.getKey())
                        .isNotNull();
            }
        }
    }

    private static org.w3c.dom.Document xml(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyLinkLeadsSomewhereAndEveryIdIsOfOneElement() throws IOException {
        pages((name, page) -> {
            assertThat(page.select("[id]").eachAttr("id")).as(name).doesNotHaveDuplicates();
            for (Element link : page.select("[href]")) {
                String href = link.attr("href");
                if (href.startsWith("https://creativecommons.org/")) {
                    assertThat(link.attr("rel")).as(name).contains("license");
                } else if (href.matches("https?://.*")) {
                    assertThat(link.attr("rel")).as(name + " " + href).isEqualTo("nofollow noopener noreferrer");
                } else {
                    assertThat(leads(name, href)).as(name + " " + href).isTrue();
                }
            }
            for (Element named : page.select("[aria-labelledby]")) {
                assertThat(page.getElementById(named.attr("aria-labelledby")))
                        .as(name)
                        .isNotNull();
            }
        });
    }

    private static boolean leads(String from, String href) {
        String[] parts = href.split("#", 2);
        Path file = parts[0].isEmpty()
                ? export.folder().resolve(from)
                : export.folder().resolve(from).resolveSibling(parts[0]).normalize();
        if (!file.startsWith(export.folder()) || !Files.isRegularFile(file)) {
            return false;
        }
        String name = export.folder().relativize(file).toString();
        return parts.length == 1 || Jsoup.parse(export.text(name)).getElementById(parts[1]) != null;
    }

    @Test
    void everyPageCanBeReadByEverybody() throws IOException {
        pages((name, page) -> {
            assertThat(page.select("html").attr("lang")).as(name).isEqualTo("en");
            assertThat(page.title()).as(name).isNotBlank();
            assertThat(page.select("h1")).as(name).hasSize(1);
            assertThat(page.select("main#main")).as(name).hasSize(1);
            assertThat(page.select("a.skip[href=#main]")).as(name).hasSize(1);
            assertThat(page.select("table:not(:has(thead th[scope=col]))"))
                    .as(name)
                    .isEmpty();
            assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                    .as(name)
                    .startsWith("default-src 'none'");
            int before = 1;
            for (Element heading : page.select("h1, h2, h3, h4")) {
                int level = Integer.parseInt(heading.tagName().substring(1));
                assertThat(level).as(name + ": " + heading.text()).isLessThanOrEqualTo(before + 1);
                before = level;
            }
            for (Element input : page.select("input")) {
                assertThat(page.select("label[for=" + input.id() + "]"))
                        .as(name)
                        .hasSize(1);
            }
        });
    }

    @Test
    void noCellOfATableIsAFormula() throws IOException {
        for (String table : List.of("records.csv", "claims.csv", "citations.csv", "corrections.csv")) {
            try (var rows = org.apache.commons.csv.CSVParser.parse(
                    export.text(table), org.apache.commons.csv.CSVFormat.RFC4180)) {
                rows.forEach(row -> row.forEach(cell -> assertThat(cell)
                        .as(table)
                        .doesNotMatch("(?s)[\\s\\p{Z}\\p{Cf}]*[=+\\-@＝＋－＠].*")
                        .doesNotStartWith("\t")));
            }
        }
        assertThat(export.text("records.csv"))
                .contains("\"'" + FORMULA.replace("\"", "\"\"") + "\"")
                .contains("''=quoted");
    }

    @Test
    void theTableOfCitationsIsImportedWithoutLoss() {
        var records = house.get(Records.class);
        var before = records.find("hostile-2").orElseThrow();
        var summary = new RecordImport(
                        records, house.get(Disputes.class), new CardText(), house.get(java.time.Clock.class))
                .run(List.of(export.folder().resolve("citations.csv")), false);

        assertThat(summary.errors()).isEmpty();
        assertThat(summary.unchanged()).isEqualTo(7);
        assertThat(records.find("hostile-2").orElseThrow()).isEqualTo(before);
    }

    @Test
    void theFeedHasWhatAFeedMustHave() throws Exception {
        var feed = xml(export.text("corrections.atom")).getDocumentElement();

        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(children(feed, "id")).singleElement().asString().startsWith("urn:uuid:");
        assertThat(children(feed, "title")).hasSize(1);
        assertThat(children(feed, "updated")).containsExactly("2026-06-13T12:00:00Z");
        assertThat(children(feed, "author")).singleElement().asString().contains("<b>P</b>");
        assertThat(export.text("corrections.atom"))
                .contains("<link rel=\"self\" href=\"" + BASE + "corrections.atom\" type=\"application/atom+xml\"/>");
        var entry =
                (org.w3c.dom.Element) feed.getElementsByTagNameNS("*", "entry").item(0);
        assertThat(children(entry, "id")).containsExactly("urn:uuid:00000000-0000-3000-8000-000000000001");
        assertThat(children(entry, "title")).singleElement().asString().startsWith("<script>alert");
        assertThat(children(entry, "updated")).containsExactly("2026-06-13T12:00:00Z");
        assertThat(children(entry, "summary"))
                .singleElement()
                .asString()
                .contains("The score went from 60/100 to 51/100.")
                .contains("javascript:alert(1)");
    }

    private static List<String> children(org.w3c.dom.Element of, String name) {
        var found = new java.util.ArrayList<String>();
        for (var node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (name.equals(node.getLocalName())) {
                found.add(node.getTextContent());
            }
        }
        return found;
    }

    @Test
    void aCompanysPageCanBeImportedAsACard() {
        try (var other = TestHouse.open(NOW)) {
            var summary = new RecordImport(
                            other.get(Records.class),
                            other.get(Disputes.class),
                            new CardText(),
                            other.get(java.time.Clock.class))
                    .run(List.of(export.folder().resolve("c/hostile-6.html")), false);

            assertThat(summary.errors()).isEmpty();
            var card = other.get(Records.class).find("hostile-6").orElseThrow().record();
            var record =
                    house.get(Records.class).find("hostile-6").orElseThrow().record();
            assertThat(card.name()).isEqualTo("Tern & Sons");
            assertThat(card.category()).isEqualTo(record.category());
            assertThat(card.assessment().score()).contains(57);
            assertThat(card.assessment().grade()).contains("C");
            assertThat(card.assessment().lastReviewed())
                    .isEqualTo(record.assessment().lastReviewed());
            assertThat(card.claims().getFirst().statement()).isEqualTo("Tern & Sons javascript:alert(1)");
            assertThat(card.citations())
                    .extracting(page -> page.url())
                    .containsExactlyInAnyOrderElementsOf(
                            record.citations().stream().map(page -> page.url()).toList());
        }
    }
}
