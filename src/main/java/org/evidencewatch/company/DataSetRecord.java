package org.evidencewatch.company;

import static org.evidencewatch.company.CorrectionJson.words;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.company.LastConfirmed.Seer;
import tools.jackson.databind.JsonNode;

/**
 * Builds one company of a data set, of a node that fits the schema; tells what the schema cannot see: addresses that are
 * none, claims that stand twice, claims that rest on what is not cited.
 */
final class DataSetRecord {

    private final Address.Reader addresses;
    private final Problems problems;
    private final String pointer;

    /** @param pointer where the company stands in its file (RFC 6901) */
    DataSetRecord(Address.Reader addresses, Problems problems, String pointer) {
        this.addresses = addresses;
        this.problems = problems;
        this.pointer = pointer;
    }

    /** The company; what is wrong with it is told. */
    Optional<PublishedCompany> read(JsonNode node) {
        try {
            var company = company(node);
            checkAddresses(node.path("citations"));
            checkClaims(node.path("claims"), company);
            checkIds(node.path("corrections"));
            checkIds(node.path("rescore"));
            return Optional.of(company);
        } catch (IllegalArgumentException | DateTimeException e) {
            // what only the constructors find, such as lengths in UTF-16, which a schema counts otherwise
            problems.error(JsonText.line(node), pointer + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static PublishedCompany company(JsonNode node) {
        var record = new CompanyRecord(
                node.path("slug").asString(),
                node.path("name").asString(),
                words(node, "category"),
                words(node, "country"),
                JsonRecord.assessment(node),
                List.of(),
                List.of());
        return new PublishedCompany(
                record,
                node.path("revision").asInt(),
                node.path("sample").asBoolean(false),
                words(node, "importDigest"),
                node.path("claims").valueStream().map(DataSetRecord::claim).toList(),
                node.path("citations")
                        .valueStream()
                        .map(DataSetRecord::citation)
                        .toList(),
                node.path("corrections")
                        .valueStream()
                        .map(CorrectionJson::correction)
                        .toList(),
                node.path("rescore").valueStream().map(CorrectionJson::reason).toList());
    }

    private static PublishedClaim claim(JsonNode node) {
        var dimension = Dimension.withKey(node.path("dimension").asString()).orElseThrow();
        var urls = node.path("urls").valueStream().map(JsonNode::asString).toList();
        var support = node.path("support")
                .valueStream()
                .map(each -> new Support(each.path("url").asString(), words(each, "words"), checked(each)))
                .toList();
        var claim = new Claim(dimension, node.path("statement").asString(), urls);
        return new PublishedClaim(claim, node.path("ordinal").asInt(), support);
    }

    private static PublishedCitation citation(JsonNode node) {
        var kind = CitedPage.Kind.withKey(node.path("kind").asString()).orElseThrow();
        var quote = node.has("quote") ? Optional.of(JsonRecord.quote(node.path("quote"))) : Optional.<Quote>empty();
        var page = new CitedPage(
                node.path("url").asString(),
                node.path("title").asString(),
                words(node, "accessed").map(LocalDate::parse),
                kind,
                quote);
        return new PublishedCitation(page, checked(node));
    }

    private static Checked checked(JsonNode node) {
        var last = words(node, "lastConfirmed")
                .filter(at -> !at.equals(DataSetJson.NEVER))
                .map(at -> new LastConfirmed(
                        Instant.parse(at),
                        node.path("snapshot").asString(),
                        Seer.ofWord(node.path("confirmedBy").asString()).orElseThrow()));
        return new Checked(last, words(node, "notMachineCheckableSince").map(Instant::parse));
    }

    private void checkAddresses(JsonNode citations) {
        Map<String, Integer> seen = new HashMap<>();
        for (var citation : citations) {
            String url = citation.path("url").asString();
            switch (addresses.read(url)) {
                case Address.Broken broken ->
                    problems.error(
                            JsonText.line(citation),
                            "'%s' is no address of a page: %s".formatted(PageCollector.title(url), broken.reason()));
                case Address.Page page -> {
                    Integer first = seen.putIfAbsent(page.url(), JsonText.line(citation));
                    if (first != null) {
                        problems.error(
                                JsonText.line(citation),
                                "%s is cited at line %d already".formatted(PageCollector.title(url), first));
                    }
                }
            }
        }
    }

    private void checkClaims(JsonNode claims, PublishedCompany company) {
        Set<String> cited = new HashSet<>();
        company.citations().forEach(citation -> cited.add(citation.page().url()));
        Set<String> keys = new HashSet<>();
        for (var claim : claims) {
            String key = claim.path("dimension").asString() + "/"
                    + claim.path("ordinal").asInt();
            if (!key.equals(claim.path("key").asString()) || !keys.add(key)) {
                problems.error(JsonText.line(claim), "claim %s stands twice, or its key is another".formatted(key));
            }
            claim.path("urls").forEach(url -> checkCited(cited, url, url.asString()));
            var supports = new HashSet<String>();
            for (var support : claim.path("support")) {
                String url = support.path("url").asString();
                checkCited(cited, support, url);
                if (!supports.add(url)) {
                    problems.error(JsonText.line(support), "%s supports claim %s twice".formatted(url, key));
                }
            }
        }
    }

    private void checkCited(Set<String> cited, JsonNode at, String url) {
        if (!cited.contains(url)) {
            problems.error(JsonText.line(at), "'%s' is not cited".formatted(PageCollector.title(url)));
        }
    }

    private void checkIds(JsonNode entries) {
        Set<String> ids = new HashSet<>();
        for (var entry : entries) {
            String id = entry.path("id").asString();
            if (!ids.add(id)) {
                problems.error(JsonText.line(entry), id + " stands twice");
            }
        }
    }
}
