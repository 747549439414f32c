package org.evidencewatch.cli.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Company records that cite every page of a site once, ten pages a company; of every fifth page a sentence is quoted. */
final class Records {

    private static final int PER_COMPANY = 10;
    private static final int QUOTED = 5;

    private final SiteShape shape;
    private final int port;

    Records(SiteShape shape, int port) {
        this.shape = shape;
        this.port = port;
    }

    private record File(List<Company> companies) {}

    private record Company(String slug, String name, List<Citation> citations) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Citation(String url, String title, Optional<Quote> quote) {}

    private record Quote(String exact) {}

    /** Writes down the first pages, or all when there are fewer, as the import takes them. */
    void write(Path file, int most) throws IOException {
        var citations = citations(most);
        var companies = new ArrayList<Company>();
        for (int first = 0; first < citations.size(); first += PER_COMPANY) {
            int number = first / PER_COMPANY;
            var own = citations.subList(first, Math.min(first + PER_COMPANY, citations.size()));
            companies.add(new Company("company-" + number, "Company " + number, own));
        }
        Files.writeString(file, SiteConsole.JSON.writeValueAsString(new File(companies)));
    }

    /** Writes down the addresses of the same pages, one a line. */
    void writeUrls(Path file, int most) throws IOException {
        Files.write(file, citations(most).stream().map(Citation::url).toList());
    }

    private List<Citation> citations(int most) {
        return IntStream.range(0, Math.min(most, shape.pages()))
                .mapToObj(this::citation)
                .toList();
    }

    private Citation citation(int page) {
        var article = shape.article(page);
        var quote = page % QUOTED == 0 ? Optional.of(new Quote(article.quote())) : Optional.<Quote>empty();
        String url = "http://" + shape.address(shape.host(page)) + ":" + port + shape.path(page, article);
        return new Citation(url, article.title(), quote);
    }
}
