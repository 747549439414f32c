package org.evidencewatch.cli.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Company records that cite the first pages of a site once each, ten pages a company; of every fifth page a sentence is
 * quoted.
 *
 * @param pages how many
 */
record Records(SiteShape shape, int port, int pages) {

    private static final int PER_COMPANY = 10;
    private static final int COMPANIES_PER_FILE = 2_000;
    private static final int QUOTED = 5;

    /** Those of the whole site. */
    static Records all(SiteShape shape, int port) {
        return new Records(shape, port, shape.pages());
    }

    /** Those of at most that many pages. */
    Records first(int most) {
        return new Records(shape, port, Math.min(most, pages));
    }

    private record File(List<Company> companies) {}

    private record Company(String slug, String name, List<Citation> citations) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Citation(String url, String title, Optional<Quote> quote) {}

    private record Quote(String exact) {}

    /** Writes down the pages as the import takes them, in as many files as that needs. */
    List<Path> write(Workplace workplace, String name) throws IOException {
        var companies = companies();
        var files = new ArrayList<Path>();
        for (int first = 0; first < companies.size(); first += COMPANIES_PER_FILE) {
            var own = companies.subList(first, Math.min(first + COMPANIES_PER_FILE, companies.size()));
            Path file = workplace.file(name + "-" + files.size() + ".json");
            files.add(Files.writeString(file, SiteConsole.JSON.writeValueAsString(new File(own))));
        }
        return List.copyOf(files);
    }

    private List<Company> companies() {
        var citations = citations();
        var companies = new ArrayList<Company>();
        for (int first = 0; first < citations.size(); first += PER_COMPANY) {
            int number = first / PER_COMPANY;
            var own = citations.subList(first, Math.min(first + PER_COMPANY, citations.size()));
            companies.add(new Company("company-" + number, "Company " + number, own));
        }
        return companies;
    }

    /** Writes down the addresses of the same pages, one a line. */
    void writeUrls(Path file) throws IOException {
        Files.write(file, citations().stream().map(Citation::url).toList());
    }

    private List<Citation> citations() {
        return IntStream.range(0, pages).mapToObj(this::citation).toList();
    }

    private Citation citation(int page) {
        var article = shape.article(page);
        var quote = page % QUOTED == 0 ? Optional.of(new Quote(article.quote())) : Optional.<Quote>empty();
        String url = "http://" + shape.address(shape.host(page)) + ":" + port + shape.path(page, article);
        return new Citation(url, article.title(), quote);
    }
}
