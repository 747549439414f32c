package org.evidencewatch.citation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.evidencewatch.citation.RecordContent.Link;
import org.evidencewatch.company.Checked;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.ClaimPlace;
import org.evidencewatch.company.CorrectionJson;
import org.evidencewatch.company.PublishedCitation;
import org.evidencewatch.company.PublishedCompany;
import org.evidencewatch.company.Support;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A published company, as the tables take it. Pure. */
final class DataSetRows {

    private final PublishedCompany company;

    /** The canonical address of the source behind each address as it is cited. */
    private final Map<String, String> sources = new HashMap<>();

    /** @param aliases the canonical addresses of sources, by their aliases */
    DataSetRows(PublishedCompany company, Map<String, String> aliases) {
        this.company = company;
        for (PublishedCitation citation : company.citations()) {
            String canonical = CanonicalUrl.of(citation.page().url()).url();
            sources.put(citation.page().url(), aliases.getOrDefault(canonical, canonical));
        }
    }

    /** The record, its claims in the places that they have where they were published. */
    RecordContent content() {
        var record = company.record();
        var pages = new LinkedHashMap<String, CitedPage>();
        company.citations()
                .forEach(citation -> pages.putIfAbsent(source(citation.page().url()), citation.page()));
        var claims = new LinkedHashMap<ClaimPlace, String>();
        var links = new HashSet<Link>();
        for (var published : company.claims()) {
            var claim = published.claim();
            var place = new ClaimPlace(claim.dimension(), published.ordinal());
            claims.put(place, claim.statement());
            claim.urls().forEach(url -> links.add(new Link(place, source(url))));
        }
        return new RecordContent(
                record.name(), record.category(), record.country(), record.assessment(), claims, pages, links);
    }

    /** How its pages stand, and its claims on them. */
    ArrayNode checks() {
        var rows = JsonNodeFactory.instance.arrayNode();
        company.citations()
                .forEach(citation -> check(rows.addObject(), citation.page().url(), citation.checked()));
        for (var claim : company.claims()) {
            for (Support support : claim.support()) {
                var row = rows.addObject();
                check(row, support.url(), support.checked());
                row.put("dimension", claim.claim().dimension().key());
                row.put("ordinal", claim.ordinal());
                row.put("statement", claim.claim().statement());
                support.words().ifPresent(words -> row.put("words", words));
            }
        }
        return rows;
    }

    private void check(ObjectNode row, String url, Checked checked) {
        row.put("source", source(url));
        checked.last().ifPresent(last -> {
            row.put("confirmed_at", last.at().toString());
            row.put("snapshot", last.snapshot());
            row.put("seen_by", last.by().word());
        });
        checked.unreadableSince().ifPresent(since -> row.put("unreadable_since", since.toString()));
    }

    ArrayNode corrections() {
        var rows = JsonNodeFactory.instance.arrayNode();
        company.corrections().forEach(correction -> rows.add(CorrectionJson.tree(correction)));
        return rows;
    }

    ArrayNode rescore() {
        var rows = JsonNodeFactory.instance.arrayNode();
        company.rescore().forEach(reason -> rows.add(CorrectionJson.tree(reason)));
        return rows;
    }

    private String source(String url) {
        return sources.getOrDefault(url, url);
    }
}
