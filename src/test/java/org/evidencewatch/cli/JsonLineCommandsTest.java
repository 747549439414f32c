package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evidencewatch.fetch.Gate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLineCommandsTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void admitAnswersEveryLineInOrder() throws IOException {
        int code = admit("""
                {"id":"a","url":"https://help.acme.example/","dns":{"help.acme.example":["93.184.216.34"]}}
                {"id":2,"url":"https://help.acme.example/","dns":{"help.acme.example":["10.0.0.1"]}}
                {"id":"c","url":"https://elsewhere.example/","dns":{}}
                {"id":"d","ip":"8.8.8.8"}
                {"id":"e","ip":"127.0.0.1","unknown":true}
                {"id":"f","url":"gopher://x/"}
                """);
        assertThat(code).isEqualTo(Evidence.DONE);
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"id\":\"a\",\"decision\":\"allow\",\"reason\":\"OK: may be fetched\"}",
                        "{\"id\":2,\"decision\":\"deny\",\"reason\":\"ADDRESS: resolves to an address that is not public\"}",
                        "{\"id\":\"c\",\"decision\":\"deny\",\"reason\":\"NAME: does not resolve\"}",
                        "{\"id\":\"d\",\"decision\":\"allow\",\"reason\":\"OK: may be fetched\"}",
                        "{\"id\":\"e\",\"decision\":\"deny\",\"reason\":\"ADDRESS: not a public address: loopback (RFC 1122)\"}",
                        "{\"id\":\"f\",\"decision\":\"deny\",\"reason\":\"SCHEME: scheme gopher: only http and https are fetched\"}");
    }

    @Test
    void reportsBadLinesByFileAndLineAndAnswersTheOthers() throws IOException {
        int code = admit("""
                {"id":1,"ip":"8.8.8.8"}

                {"id":2}
                nonsense
                {"ip":"8.8.8.8"}
                {"id":3,"ip":"8.8.8.8"} trailing
                {"id":4,"url":"https://a.example/","dns":"8.8.8.8"}
                {"id":5,"ip":"8.8.8.8"}
                """);
        assertThat(code).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(out.toString().lines()).hasSize(2);
        String file = folder.resolve("in.jsonl").toString();
        assertThat(err.toString().lines())
                .hasSize(5)
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo(file + ":3: either url or ip is wanted"),
                        line -> assertThat(line).startsWith(file + ":4: no JSON: "),
                        line -> assertThat(line).isEqualTo(file + ":5: id is missing"),
                        line -> assertThat(line).startsWith(file + ":6: "),
                        line -> assertThat(line).startsWith(file + ":7: "));
    }

    @Test
    void robotsAnswersWithDelayOnlyWhereThereIsOne() throws IOException {
        int code = lines("""
                        {"id":"a","robots":"User-agent: *\\nDisallow: /x\\nCrawl-delay: 10","userAgent":"AcmeBot","url":"https://a.example/x/y"}
                        {"id":"b","robots":"User-agent: AcmeBot\\nCrawl-delay: 0.25","userAgent":"AcmeBot/2.0 (+https://acme.example)","url":"https://a.example/"}
                        {"id":"c","robots":"","userAgent":"AcmeBot","url":"https://a.example/"}
                        {"id":"d","robots":"","userAgent":"AcmeBot","url":"nowhere"}
                        """).answer(RobotsCommand.Question.class, RobotsCommand::answer, new PrintWriter(out));
        assertThat(code).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"id\":\"a\",\"allowed\":false,\"crawlDelay\":10}",
                        "{\"id\":\"b\",\"allowed\":true,\"crawlDelay\":0.25}",
                        "{\"id\":\"c\",\"allowed\":true}");
        assertThat(err.toString()).contains("in.jsonl:4: ", "'nowhere'");
    }

    @Test
    void saysWhichFileCannotBeRead() {
        var missing = new JsonLines(folder.resolve("missing.jsonl"), new PrintWriter(err, true));
        assertThat(missing.answer(RobotsCommand.Question.class, RobotsCommand::answer, new PrintWriter(out)))
                .isEqualTo(Evidence.WRONG_INPUT);
        assertThat(err.toString()).contains("missing.jsonl: cannot be read");
    }

    private int admit(String lines) throws IOException {
        var gate = new Gate(List.of());
        return lines(lines)
                .answer(AdmitCommand.Question.class, q -> AdmitCommand.decide(gate, q), new PrintWriter(out));
    }

    private JsonLines lines(String lines) throws IOException {
        Path file = folder.resolve("in.jsonl");
        Files.writeString(file, lines);
        return new JsonLines(file, new PrintWriter(err, true));
    }
}
