package org.evidencewatch.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Page;
import org.evidencewatch.extract.PageState;
import org.evidencewatch.extract.Reading;
import org.junit.jupiter.api.Test;

/** The site over real sockets. */
class SiteTest {

    private static final SiteShape SHAPE = new SiteShape(40, 5, 7);
    private static final Extractor EXTRACTOR = new Extractor();

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void sendsValidatorsAndAnswers304WhenTheyMatch() throws Exception {
        try (var site = Site.open(SHAPE, Duration.ZERO)) {
            site.show(new Scene(Serving.VALIDATORS, false));
            var first = get(site, 3);
            String etag = header(first, "etag");
            String date = header(first, "last-modified");

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(get(site, 3, "If-None-Match", etag).statusCode()).isEqualTo(304);
            assertThat(get(site, 3, "If-Modified-Since", date).statusCode()).isEqualTo(304);
            assertThat(get(site, 3, "If-None-Match", etag).body()).isEmpty();
        }
    }

    @Test
    void lookAtTheDateOnlyWhenThereIsNoEntityTag() throws Exception {
        try (var site = Site.open(SHAPE, Duration.ZERO)) {
            site.show(new Scene(Serving.VALIDATORS, false));
            String date = header(get(site, 3), "last-modified");

            var answer = get(site, 3, "If-None-Match", "\"another\"", "If-Modified-Since", date);

            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPlainSiteSendsEqualBytesAndHeedsNoCondition() throws Exception {
        try (var site = Site.open(SHAPE, Duration.ZERO)) {
            site.show(new Scene(Serving.VALIDATORS, false));
            var first = get(site, 3);
            site.show(new Scene(Serving.PLAIN, true));

            var again = get(site, 3, "If-None-Match", header(first, "etag"));

            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.headers().firstValue("etag")).isEmpty();
            assertThat(again.body()).isEqualTo(first.body());
        }
    }

    @Test
    void aNightOfAllSortsHasItsSharesOfValidatorsNoiseAndChange() throws Exception {
        try (var site = Site.open(SHAPE, Duration.ZERO)) {
            site.show(new Scene(Serving.MIXED, false));
            var before = all(site);
            site.show(new Scene(Serving.MIXED, true));
            var after = all(site);

            assertThat(after.stream().filter(a -> a.headers().firstValue("etag").isPresent()))
                    .hasSize(24);
            assertThat(differing(before, after, SiteTest::text)).isEqualTo(2);
            assertThat(differing(before, after, SiteTest::unpacked)).isEqualTo(2 + 8);
        }
    }

    @Test
    void itsPagesAreReadAsArticlesOfTheirPlatforms() throws Exception {
        try (var site = Site.open(SHAPE, Duration.ZERO)) {
            for (int page = 0; page < SHAPE.hosts(); page++) {
                var answer = get(site, page);
                var article = SHAPE.article(page);
                var reading = reading(answer);

                assertThat(reading.platform()).isEqualTo(Platform.of(page).file());
                assertThat(reading.state()).isEqualTo(PageState.OK);
                assertThat(reading.title()).contains(article.title());
                assertThat(reading.text()).contains(article.quote()).doesNotContain("Was this");
                assertThat(reading.text()).hasSizeBetween(4_000, 13_000);
                assertThat(unpacked(answer)).hasSizeBetween(100_000, 130_000);
            }
        }
    }

    @Test
    void theSameSeedMakesTheSamePages() throws Exception {
        try (var site = Site.open(SHAPE, Duration.ZERO);
                var other = Site.open(SHAPE, Duration.ZERO);
                var third = Site.open(new SiteShape(40, 5, 8), Duration.ZERO)) {
            assertThat(get(site, 3).body()).isEqualTo(get(other, 3).body());
            assertThat(SHAPE.article(3).html(Revision.FIRST))
                    .isNotEqualTo(new SiteShape(40, 5, 8).article(3).html(Revision.FIRST));
            assertThat(third.port()).isNotEqualTo(site.port());
        }
    }

    @Test
    void anAnswerThatIsHeldBackHoldsNoOther() throws Exception {
        var latency = Duration.ofSeconds(1);
        try (var site = Site.open(SHAPE, latency)) {
            long start = System.nanoTime();
            var answers = IntStream.range(0, SHAPE.pages())
                    .mapToObj(page -> client.sendAsync(request(site, page), BodyHandlers.ofByteArray()))
                    .toList();
            CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
                    .join();
            var passed = Duration.ofNanos(System.nanoTime() - start);

            // One after the other they would take 40 seconds, and on five hosts side by side still eight.
            assertThat(passed).isGreaterThanOrEqualTo(latency).isLessThan(latency.multipliedBy(SHAPE.pages()));
            assertThat(site.tally().full()).isEqualTo(SHAPE.pages());
        }
    }

    @Test
    void countsWhatItAnswered() throws Exception {
        try (var site = Site.open(SHAPE, Duration.ZERO)) {
            site.show(new Scene(Serving.VALIDATORS, false));
            String etag = header(get(site, 3), "etag");
            get(site, 3, "If-None-Match", etag);
            get(site, 4);
            var robots =
                    HttpRequest.newBuilder(at(site, 3).resolve("/robots.txt")).build();
            assertThat(client.send(robots, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(404);

            var tally = site.tally();

            assertThat(tally.pages()).isEqualTo(2);
            assertThat(tally.full()).isEqualTo(2);
            assertThat(tally.notModified()).isEqualTo(1);
            assertThat(tally.others()).isEqualTo(1);
            assertThat(site.tally().pages()).isZero();
        }
    }

    private List<HttpResponse<byte[]>> all(Site site) throws Exception {
        var answers = new ArrayList<HttpResponse<byte[]>>();
        for (int page = 0; page < SHAPE.pages(); page++) {
            answers.add(get(site, page));
        }
        return answers;
    }

    private HttpResponse<byte[]> get(Site site, int page, String... headers) throws Exception {
        var request = request(site, page);
        var asked = headers.length == 0
                ? request
                : HttpRequest.newBuilder(request, (name, value) -> true)
                        .headers(headers)
                        .build();
        return client.send(asked, BodyHandlers.ofByteArray());
    }

    private static HttpRequest request(Site site, int page) {
        return HttpRequest.newBuilder(at(site, page))
                .header("Accept-Encoding", "gzip")
                .build();
    }

    private static URI at(Site site, int page) {
        return URI.create("http://" + SHAPE.address(SHAPE.host(page)) + ":" + site.port()
                + SHAPE.path(page, SHAPE.article(page)));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return reading(answer).text();
    }

    private static Reading reading(HttpResponse<byte[]> answer) {
        return EXTRACTOR.read(
                Page.ofFile(Optional.of(answer.uri()), unpacked(answer).getBytes(StandardCharsets.UTF_8)));
    }

    private static String unpacked(HttpResponse<byte[]> answer) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long differing(
            List<HttpResponse<byte[]>> before,
            List<HttpResponse<byte[]>> after,
            java.util.function.Function<HttpResponse<byte[]>, String> part) {
        return IntStream.range(0, before.size())
                .filter(i -> !part.apply(before.get(i)).equals(part.apply(after.get(i))))
                .count();
    }
}
