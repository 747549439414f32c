package org.evidencewatch.cli;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evidencewatch.fetch.RobotsRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Asks robots.txt files given in a file, without fetching. */
@Command(
        name = "robots",
        description = {
            "Say what robots.txt allows (RFC 9309), without fetching.",
            "In: JSON lines {id, robots, userAgent, url}: the text of a robots.txt, a User-Agent or its first word,",
            "and the URL in question. Out: JSON lines {id, allowed, crawlDelay?}, the delay in seconds as written."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence robots --file cases.jsonl"})
final class RobotsCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Mixin
    private LinesFile lines = new LinesFile();

    /** One line in. */
    record Question(Object id, String robots, String userAgent, String url) {

        Question {
            JsonLines.required(id, "id");
            JsonLines.required(robots, "robots");
            JsonLines.required(userAgent, "userAgent");
            JsonLines.required(url, "url");
        }
    }

    /** One line out. */
    record Answer(Object id, boolean allowed, Optional<BigDecimal> crawlDelay) {}

    @Override
    public Integer call() {
        return lines.answer(Question.class, RobotsCommand::answer, evidence);
    }

    static Answer answer(Question question) {
        var rules = RobotsRules.parse(
                question.robots().getBytes(StandardCharsets.UTF_8), "text/plain", question.userAgent());
        return new Answer(
                question.id(), rules.allows(question.url()), rules.crawlDelay().map(RobotsCommand::seconds));
    }

    /** 10 and not 10.000: as a person would write it. */
    private static BigDecimal seconds(Duration delay) {
        BigDecimal seconds = BigDecimal.valueOf(delay.toMillis(), 3).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }
}
