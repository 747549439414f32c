package org.evidencewatch.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.snapshot.ArchiveOrder;
import org.evidencewatch.snapshot.ArchiveProgress;
import org.evidencewatch.snapshot.ArchiveReply;
import org.evidencewatch.snapshot.WarcExport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the captures of the last days as an archive, in a folder of their own. */
@Component
final class ExportJob implements NamedJob {

    private static final String DIRECTORY = "directory";
    private static final String SINCE = "since";

    private final OneStepJobs jobs;
    private final WarcExport archives;
    private final Path home;

    ExportJob(OneStepJobs jobs, WarcExport archives, @Value("${evidence.home:.evidence}") String home) {
        this.jobs = jobs;
        this.archives = archives;
        this.home = Path.of(home);
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public Optional<String> objection(String parameter, String value) {
        return switch (parameter) {
            case DIRECTORY ->
                Optional.of("directory is a name, without slashes")
                        .filter(why -> !value.matches("[A-Za-z0-9][A-Za-z0-9._-]*"));
            case SINCE ->
                Optional.of("since is a duration, as P7D")
                        .filter(why -> duration(value).isEmpty());
            default -> NamedJob.super.objection(parameter, value);
        };
    }

    @Override
    public JobOutcome run(Map<String, String> parameters) {
        return jobs.run(name(), parameters, asOf -> export(parameters, asOf));
    }

    private String export(Map<String, String> parameters, Instant asOf) {
        var since = Optional.ofNullable(parameters.get(SINCE))
                .flatMap(ExportJob::duration)
                .map(asOf::minus);
        var folder = home.resolve(parameters.getOrDefault(DIRECTORY, "archive"))
                .resolve(LocalDate.ofInstant(asOf, ZoneOffset.UTC).toString());
        try {
            var order = new ArchiveOrder(folder, since, Optional.of(asOf), Optional.empty());
            return switch (archives.export(order, ArchiveProgress.NONE)) {
                case ArchiveReply.Written written -> told(written, folder);
                case ArchiveReply.Refused refused -> throw new IllegalStateException(refused.because());
            };
        } catch (IOException e) {
            throw new UncheckedIOException("the archive could not be written to " + folder, e);
        }
    }

    private static String told(ArchiveReply.Written written, Path folder) {
        if (!written.damaged().isEmpty()) {
            throw new IllegalStateException("left out: " + String.join("; ", written.damaged()));
        }
        return "%d captures in %d files in %s"
                .formatted(written.captures(), written.files().size(), folder);
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(Duration::isPositive);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
