package org.evidencewatch.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evidencewatch.fetch.Admission;
import org.evidencewatch.fetch.Denial;
import org.evidencewatch.fetch.FetchSettings;
import org.evidencewatch.fetch.Gate;
import org.evidencewatch.fetch.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Asks the outbound gate, without dialling. */
@Command(
        name = "admit",
        description = {
            "Say which URLs and addresses the outbound gate lets through, without dialling.",
            "In: JSON lines {id, url, dns?: {host: [ip...]}} or {id, ip}. A name resolves only by its line's dns.",
            "Out: JSON lines {id, decision: allow|deny, reason}.",
            "EVIDENCE_FETCH_ALLOWED_ADDRESSES (CIDR blocks, by commas) opens the gate to networks of your own."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence admit --file urls.jsonl"})
final class AdmitCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Mixin
    private LinesFile lines = new LinesFile();

    /** One line in. */
    record Question(Object id, Optional<String> url, Optional<String> ip, Optional<Map<String, List<String>>> dns) {

        Question {
            JsonLines.required(id, "id");
            if (url.isPresent() == ip.isPresent()) {
                throw new IllegalArgumentException("either url or ip is wanted");
            }
        }
    }

    /** One line out. */
    record Decision(Object id, String decision, String reason) {}

    @Override
    public Integer call() {
        var gate = new Gate(FetchSettings.fromEnvironment(System.getenv()).allowedNetworks());
        return lines.answer(Question.class, q -> decide(gate, q), evidence);
    }

    static Decision decide(Gate gate, Question question) {
        Optional<Denial> denial = question.ip().isPresent()
                ? gate.judge(question.ip().get())
                : denial(gate.admit(question.url().orElseThrow(), question.dns().orElse(Map.of())));
        return denial.map(no -> new Decision(question.id(), "deny", no.toString()))
                .orElseGet(() -> new Decision(question.id(), "allow", "OK: may be fetched"));
    }

    private static Optional<Denial> denial(Admission admission) {
        return switch (admission) {
            case Denial denial -> Optional.of(denial);
            case Target target -> Optional.empty();
        };
    }
}
