package org.evidencewatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.evidencewatch.job.Schedules;
import org.evidencewatch.review.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the schedules and the reviewers' pages until it is stopped. */
@Command(
        name = "serve",
        description = "Run the schedules and the reviewers' pages, by default on http://127.0.0.1:8080.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence serve --port 9000"})
final class ServeCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "The port to listen on; 0 takes a free one.")
    private @Nullable Integer port;

    @Override
    public Integer call() throws InterruptedException, IOException {
        var closed = new CountDownLatch(1);
        String[] settings = port == null ? new String[0] : new String[] {"server.port=" + port};
        try (var house = evidence.serve(settings)) {
            house.addApplicationListener((ApplicationListener<ContextClosedEvent>) e -> closed.countDown());
            var errors = house.getBean(Schedules.class).start();
            if (!errors.isEmpty()) {
                errors.forEach(error -> say("jobs/" + error));
                return Evidence.WRONG_INPUT;
            }
            tellFirstPassword(house);
            say("Evidence Watch serves http://127.0.0.1:%s/ (stop it with Ctrl-C)"
                    .formatted(house.getEnvironment().getRequiredProperty("local.server.port")));
            closed.await();
        }
        return Evidence.DONE;
    }

    /** Makes the first account when there is none, and says its password this once. */
    private void tellFirstPassword(ConfigurableApplicationContext house) throws IOException {
        var home = Path.of(house.getEnvironment().getProperty("evidence.home", ".evidence"));
        Files.createDirectories(home);
        house.getBean(Accounts.class)
                .addFirst(home)
                .ifPresent(password -> say("Log in as %s with the password %s (kept in %s)"
                        .formatted(Accounts.FIRST, password, home.resolve(Accounts.PASSWORD_FILE))));
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
    }
}
