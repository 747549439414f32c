package org.evidencewatch.web.night;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.evidencewatch.alert.Answering;
import org.evidencewatch.alert.Letters;
import org.evidencewatch.alert.Staleness;
import org.evidencewatch.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The alerts: what is open, what people said of it, what was closed lately, and what could not be delivered. */
@Controller
class AlertPages {

    private static final int NEWEST = 200;
    private static final int LETTERS = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,2}");

    private final Staleness staleness;
    private final Answering answering;
    private final Letters letters;
    private final Clock clock;

    AlertPages(Staleness staleness, Answering answering, Letters letters, Clock clock) {
        this.staleness = staleness;
        this.answering = answering;
        this.letters = letters;
        this.clock = clock;
    }

    /** @param said what was done last: {@code ack} or {@code snooze} */
    @GetMapping("/alerts")
    String list(@RequestParam(defaultValue = "") String said, Model model) {
        switch (said) {
            case "ack" -> model.addAttribute("notice", Notice.good("Acknowledged", "It is not told again as it is."));
            case "snooze" -> model.addAttribute("notice", Notice.good("Put off", "It is told again after that time."));
            default -> model.addAttribute("said", "");
        }
        return page(model);
    }

    /** @param which the number of an alert, or a kind: then all of it that nobody answered */
    @PostMapping("/alerts/{which}/ack")
    String acknowledge(
            @PathVariable String which,
            @RequestParam(defaultValue = "") String why,
            Principal person,
            Model model,
            HttpServletResponse response) {
        return told(each(which, alert -> answering.acknowledge(alert, person.getName(), why)), "ack", model, response);
    }

    /** @param which as {@link #acknowledge} has it */
    @PostMapping("/alerts/{which}/snooze")
    String snooze(
            @PathVariable String which,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String why,
            Principal person,
            Model model,
            HttpServletResponse response) {
        Instant until = in(days);
        return told(
                each(which, alert -> answering.snooze(alert, until, person.getName(), why)), "snooze", model, response);
    }

    /** The same answer to each; told is the first that was not recorded, for the others fail alike. */
    private Answering.Reply each(String which, LongFunction<Answering.Reply> answer) {
        boolean one = NUMBER.matcher(which).matches();
        Answering.Reply last = new Answering.Reply.Unknown(0);
        for (long alert : one ? List.of(Long.valueOf(which)) : answering.unanswered(which)) {
            last = answer.apply(alert);
            if (last instanceof Answering.Reply.Refused) {
                return last;
            }
        }
        return last;
    }

    private Instant in(String days) {
        return clock.instant()
                .plus(DAYS.matcher(days).matches() ? Duration.ofDays(Long.parseLong(days)) : Duration.ZERO);
    }

    private String told(Answering.Reply reply, String what, Model model, HttpServletResponse response) {
        return switch (reply) {
            case Answering.Reply.Done done -> "redirect:/alerts?said=" + what;
            case Answering.Reply.Unknown unknown ->
                page(
                        new Notice(
                                HttpStatus.NOT_FOUND, false, "Not recorded", "No open alert has this number any more."),
                        model,
                        response);
            case Answering.Reply.Refused refused -> page(Notice.incomplete(refused.because()), model, response);
        };
    }

    private String page(Notice notice, Model model, HttpServletResponse response) {
        model.addAttribute("notice", notice);
        response.setStatus(notice.status().value());
        return page(model);
    }

    private String page(Model model) {
        var closed = answering.newest(NEWEST).stream()
                .filter(alert -> alert.closedAt().isPresent())
                .toList();
        model.addAttribute(
                "page",
                AlertsPage.of(
                        staleness.open(),
                        closed,
                        letters.undelivered(LETTERS),
                        letters.disabled("webhook"),
                        clock.instant()));
        return "night/alerts";
    }
}
