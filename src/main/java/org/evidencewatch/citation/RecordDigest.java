package org.evidencewatch.citation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.ClaimPlace;
import org.evidencewatch.company.Dispute;
import org.evidencewatch.company.Quote;
import org.evidencewatch.company.Sha256;

/**
 * The digest of what an import says, whatever order it says it in. What is absent leaves no trace, so that a field which a
 * later release adds changes no digest of a record without it.
 */
final class RecordDigest {

    private RecordDigest() {}

    /** Two records have the same digest when their contents are equal. */
    static String of(RecordContent content) {
        return of(Stream.of(
                        head(content),
                        assessment(content.assessment()),
                        content.claims().entrySet().stream().map(claim -> claim(claim.getKey(), claim.getValue())),
                        content.pages().entrySet().stream()
                                .map(page -> fact("page", page.getKey(), facts(page.getValue()))),
                        content.links().stream().map(link -> fact("link", key(link.place()), link.page())))
                .flatMap(Function.identity()));
    }

    /** What a record, or the row of a table, says of a page that it cites. */
    static String of(CitedPage page) {
        return of(Stream.of(facts(page)));
    }

    /**
     * What a dispute says, and when; whom to answer is no part of it.
     *
     * @param urls the canonical addresses that it names
     */
    static String of(Dispute dispute, List<String> urls) {
        return of(Stream.of(
                        Stream.of(
                                fact("dispute", dispute.party().key(), dispute.statement()),
                                fact("received", dispute.received().toString())),
                        dispute.dimension().stream().map(dimension -> fact("dimension", dimension.key())),
                        urls.stream().distinct().map(url -> fact("url", url)))
                .flatMap(Function.identity()));
    }

    private static String of(Stream<String> facts) {
        return Sha256.of(facts.sorted().collect(Collectors.joining("\n")));
    }

    private static Stream<String> head(RecordContent content) {
        return Stream.of(
                        Optional.of(fact("name", content.name())),
                        content.category().map(category -> fact("category", category)),
                        content.country().map(country -> fact("country", country)))
                .flatMap(Optional::stream);
    }

    private static Stream<String> assessment(Assessment assessment) {
        return Stream.of(
                        assessment.score().map(score -> fact("score", score.toString())),
                        assessment.grade().map(grade -> fact("grade", grade)),
                        assessment.tier().map(tier -> fact("tier", tier)),
                        assessment.rubric().map(rubric -> fact("rubric", rubric)),
                        assessment.lastReviewed().map(day -> fact("reviewed", day.toString())),
                        assessment.scope().map(scope -> fact("scope", scope)),
                        assessment.summary().map(summary -> fact("summary", summary)))
                .flatMap(Optional::stream);
    }

    private static String claim(ClaimPlace place, String statement) {
        return fact("claim", key(place), statement);
    }

    private static String key(ClaimPlace place) {
        return place.dimension().key() + " " + place.ordinal();
    }

    private static String facts(CitedPage page) {
        return Stream.of(
                        Optional.of(fact(
                                "url", page.url(), page.title(), page.kind().key())),
                        page.accessed().map(day -> fact("accessed", day.toString())),
                        page.quote().map(RecordDigest::quote))
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
    }

    private static String quote(Quote quote) {
        return fact("quote", quote.exact(), quote.prefix(), quote.suffix());
    }

    /** Each word behind its length, so that no text can pass for the border of two. */
    private static String fact(String... words) {
        return List.of(words).stream().map(word -> word.length() + ":" + word).collect(Collectors.joining());
    }
}
