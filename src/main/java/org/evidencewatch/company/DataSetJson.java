package org.evidencewatch.company;

import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes companies as the data set has them; {@link DataSetRecord} reads them back. The same content always makes the same
 * text. The form is stated by {@code schema/open-data.schema.json}.
 */
public final class DataSetJson {

    /** What a data set says in {@code $schema}; the number is raised with what older readers cannot read. */
    public static final String SCHEMA = "urn:evidence-watch:open-data:1";

    /** Where a time would stand of what was never confirmed. */
    public static final String NEVER = "never";

    private DataSetJson() {}

    /** One company, whole. */
    public static ObjectNode company(PublishedCompany company) {
        var node = JsonNodeFactory.instance.objectNode();
        record(node, company.record());
        node.put("revision", company.revision());
        if (company.sample()) {
            node.put("sample", true);
        }
        put(node, "importDigest", company.importDigest());
        node.put("lastConfirmed", company.lastConfirmed().map(Object::toString).orElse(NEVER));
        var claims = node.putArray("claims");
        company.claims().forEach(claim -> claim(claims.addObject(), claim));
        var citations = node.putArray("citations");
        company.citations().forEach(citation -> citation(citations.addObject(), citation));
        var corrections = node.putArray("corrections");
        company.corrections().forEach(correction -> corrections.add(CorrectionJson.tree(correction)));
        var rescore = node.putArray("rescore");
        company.rescore().forEach(reason -> rescore.add(CorrectionJson.tree(reason)));
        return node;
    }

    private static void record(ObjectNode node, CompanyRecord record) {
        var assessment = record.assessment();
        node.put("slug", record.slug());
        node.put("name", record.name());
        put(node, "category", record.category());
        put(node, "country", record.country());
        assessment.score().ifPresent(score -> node.put("score", score));
        put(node, "grade", assessment.grade());
        put(node, "tier", assessment.tier());
        put(node, "rubric", assessment.rubric());
        put(node, "lastReviewed", assessment.lastReviewed().map(LocalDate::toString));
        put(node, "scope", assessment.scope());
        put(node, "summary", assessment.summary());
    }

    private static void claim(ObjectNode node, PublishedClaim claim) {
        node.put("key", claim.key());
        node.put("dimension", claim.claim().dimension().key());
        node.put("ordinal", claim.ordinal());
        node.put("statement", claim.claim().statement());
        var urls = node.putArray("urls");
        claim.claim().urls().stream().sorted().forEach(urls::add);
        var support = node.putArray("support");
        claim.support().forEach(each -> support(support.addObject(), each));
    }

    private static void support(ObjectNode node, Support support) {
        node.put("url", support.url());
        put(node, "words", support.words());
        checked(node, support.checked());
    }

    private static void citation(ObjectNode node, PublishedCitation citation) {
        var page = citation.page();
        node.put("url", page.url());
        node.put("title", page.title());
        node.put("kind", page.kind().key());
        put(node, "accessed", page.accessed().map(LocalDate::toString));
        page.quote().ifPresent(quote -> quote(node.putObject("quote"), quote));
        checked(node, citation.checked());
    }

    private static void quote(ObjectNode node, Quote quote) {
        node.put("exact", quote.exact());
        put(node, "prefix", Optional.of(quote.prefix()).filter(text -> !text.isEmpty()));
        put(node, "suffix", Optional.of(quote.suffix()).filter(text -> !text.isEmpty()));
    }

    private static void checked(ObjectNode node, Checked checked) {
        node.put(
                "lastConfirmed",
                checked.last().map(last -> last.at().toString()).orElse(NEVER));
        checked.last().ifPresent(last -> {
            node.put("snapshot", last.snapshot());
            node.put("confirmedBy", last.by().word());
        });
        put(node, "notMachineCheckableSince", checked.unreadableSince().map(Object::toString));
    }

    static void put(ObjectNode node, String key, Optional<String> value) {
        value.ifPresent(text -> node.put(key, text));
    }
}
