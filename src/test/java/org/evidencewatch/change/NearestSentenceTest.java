package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Fragments;
import org.evidencewatch.extract.Page;
import org.evidencewatch.fact.FactSheet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the nearest sentence is, and how often it is one that is not meant. */
class NearestSentenceTest {

    private static final Path NIGHT = Path.of("fixtures/nights/2026-06-10");

    /** A sentence of a claim, and a page that the claim names. */
    private record Cited(String sentence, String url) {}

    @Test
    void wordsInCommonCountTheMoreTheRarerTheyAre() {
        var page = new NearestSentence(List.of(
                "Your plan is in your account.",
                "Your account holds the plan that you have.",
                "Write DELETE to have your learning account removed."));
        assertThat(page.to("The learning account is removed by writing DELETE.").map(NearestSentence.Near::sentence))
                .contains("Write DELETE to have your learning account removed.");
    }

    @Test
    void twoWordsInCommonAreACoincidence() {
        assertThat(new NearestSentence(List.of("Refunds: monthly plans")).to("Refunds of monthly subscriptions"))
                .isEmpty();
    }

    /**
     * The reason for the threshold: of the sentences of the demonstration's claims, three in five are near one of a page that
     * the claim names, and of other companies' pages, which speak of the same matters, one in thirty-six has one that is near.
     */
    @Test
    void moreThanHalfOfWhatIsCitedIsNearAndHardlyAnythingElse() throws IOException {
        var owners = new LinkedHashMap<String, Set<String>>();
        var claims = new LinkedHashMap<String, List<Cited>>();
        for (JsonNode company : new JsonMapper()
                .readTree(Files.readString(Path.of("fixtures/demo/companies.json")))
                .get("companies")) {
            String slug = company.get("slug").asString();
            company.get("citations")
                    .forEach(page -> owners.computeIfAbsent(page.get("url").asString(), url -> new TreeSet<>())
                            .add(slug));
            claims.put(slug, cited(company));
        }
        Map<String, NearestSentence> pages = pages(owners.keySet());
        var cited = new HashSet<String>();
        long all = 0;
        long near = 0;
        long foreign = 0;
        long astray = 0;
        for (var claim : claims.entrySet()) {
            for (Cited one : claim.getValue()) {
                all++;
                near += Objects.requireNonNull(pages.get(one.url()))
                                .to(one.sentence())
                                .isPresent()
                        ? 1
                        : 0;
                cited.add(one.sentence());
            }
            for (String sentence :
                    new TreeSet<>(claim.getValue().stream().map(Cited::sentence).toList())) {
                for (var page : pages.entrySet()) {
                    boolean other =
                            !owners.getOrDefault(page.getKey(), Set.of()).contains(claim.getKey());
                    foreign += other ? 1 : 0;
                    astray += other && page.getValue().to(sentence).isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(near / (double) all).as("of %s", all).isGreaterThan(0.58);
        assertThat(astray / (double) foreign).as("of %s", foreign).isLessThan(0.03);
        assertThat(cited).hasSizeGreaterThan(60);
    }

    private static List<Cited> cited(JsonNode company) {
        var cited = new ArrayList<Cited>();
        for (JsonNode claim : company.get("claims")) {
            ClaimPages.READER.read(Fragments.ofText(claim.get("statement").asString())).sentences().stream()
                    .map(FactSheet.Sentence::text)
                    .forEach(sentence ->
                            claim.get("urls").forEach(url -> cited.add(new Cited(sentence, url.asString()))));
        }
        return cited;
    }

    private static Map<String, NearestSentence> pages(Set<String> urls) throws IOException {
        var extractor = new Extractor();
        var pages = new LinkedHashMap<String, NearestSentence>();
        for (String url : urls) {
            var address = URI.create(url);
            String path = address.getPath() + (address.getPath().endsWith("/") ? "index.http" : ".http");
            String answer = Files.readString(Path.of(NIGHT.toString(), address.getHost(), path));
            var page = Page.ofFile(
                    Optional.of(address),
                    answer.substring(answer.indexOf("\n\n") + 2).getBytes(StandardCharsets.UTF_8));
            pages.put(
                    url,
                    new NearestSentence(CitedText.of(ClaimPages.READER, extractor.read(page))
                            .sentences()));
        }
        return pages;
    }
}
