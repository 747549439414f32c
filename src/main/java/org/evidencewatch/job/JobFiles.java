package org.evidencewatch.job;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The job files of a directory, the only place where a schedule is written.
 *
 * @param jobs those without an error, by name
 * @param errors what is wrong with the others, by file and line
 */
public record JobFiles(List<JobFile> jobs, List<JobFileError> errors) {

    static final String ENDING = ".yaml";
    private static final String OTHER_ENDING = ".yml";

    public JobFiles {
        jobs = jobs.stream().sorted(comparing(JobFile::name)).toList();
        errors = errors.stream()
                .sorted(comparing(JobFileError::file).thenComparingInt(JobFileError::line))
                .toList();
    }

    /** Reads every {@code *.yaml} of the directory. Two files cannot state one job, as a job is named after its file. */
    public static JobFiles load(Path dir) {
        if (!Files.isDirectory(dir)) {
            return new JobFiles(List.of(), List.of(new JobFileError(dir.toString(), 1, "no such directory")));
        }
        List<JobFile> jobs = new ArrayList<>();
        List<JobFileError> errors = new ArrayList<>();
        for (Path file : files(dir)) {
            var read = read(file);
            jobs.addAll(read.jobs());
            errors.addAll(read.errors());
        }
        return new JobFiles(jobs, errors);
    }

    /** The job of that name. */
    public Optional<JobFile> named(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
    }

    /** The names of all jobs, in order. */
    public List<String> names() {
        return jobs.stream().map(JobFile::name).toList();
    }

    private static JobFiles read(Path path) {
        var file = String.valueOf(path.getFileName());
        if (file.endsWith(OTHER_ENDING)) {
            return new JobFiles(List.of(), List.of(new JobFileError(file, 1, "rename it: job files end in .yaml")));
        }
        try {
            return JobFileReader.read(file, Files.readString(path));
        } catch (MalformedInputException e) {
            return new JobFiles(List.of(), List.of(new JobFileError(file, 1, "not UTF-8")));
        } catch (IOException e) {
            return new JobFiles(List.of(), List.of(new JobFileError(file, 1, "cannot be read: " + e.getMessage())));
        }
    }

    private static List<Path> files(Path dir) {
        try (var files = Files.list(dir)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(ENDING) || file.toString().endsWith(OTHER_ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + dir, e);
        }
    }
}
