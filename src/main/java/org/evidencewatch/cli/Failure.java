package org.evidencewatch.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evidencewatch.log.Masking;
import org.evidencewatch.postgres.PostgresUnavailable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;

/**
 * What to tell of a command that failed.
 *
 * @param code the exit code: {@link Evidence#WRONG_INPUT} for a setting that cannot be used
 * @param message one line, but whole where it was written for the person at the keyboard; without secrets
 */
record Failure(int code, String message) {

    private static final String VARIABLE = "EVIDENCE_";

    Failure {
        message = Masking.mask(message);
    }

    static Failure of(Throwable thrown) {
        var causes = causes(thrown);
        return first(causes, PostgresUnavailable.class)
                .map(e -> new Failure(Evidence.FAILED, said(e)))
                .or(() -> setting(causes).map(line -> new Failure(Evidence.WRONG_INPUT, line)))
                .orElseGet(() -> new Failure(
                        Evidence.FAILED,
                        line(first(causes, SQLException.class)
                                .<Throwable>map(e -> e)
                                .orElse(causes.getLast()))));
    }

    /** Settings say by themselves which variable they are, but where their text is not even of their type. */
    private static Optional<String> setting(List<Throwable> causes) {
        Optional<String> named = causes.stream()
                .filter(IllegalArgumentException.class::isInstance)
                .map(Failure::line)
                .filter(line -> line.startsWith(VARIABLE))
                .findFirst();
        return named.or(() -> first(causes, BindException.class)
                .map(e -> variable(e.getName().toString())
                        + Optional.ofNullable(e.getProperty())
                                .map(ConfigurationProperty::getValue)
                                .map(value -> " cannot be '" + value + "'")
                                .orElse("")
                        + ": " + line(causes.getLast())));
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static <T extends Throwable> Optional<T> first(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static List<Throwable> causes(Throwable thrown) {
        var causes = new ArrayList<Throwable>();
        for (Throwable e = thrown; e != null && !causes.contains(e); e = e.getCause()) {
            causes.add(e);
        }
        return causes;
    }

    private static String line(Throwable e) {
        return said(e).lines().findFirst().orElse(e.getClass().getSimpleName());
    }

    private static String said(Throwable e) {
        if (e instanceof FileSystemException file) {
            return file.getFile() + ": " + why(file);
        }
        return e.getMessage() == null || e.getMessage().isBlank() ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** The class says it, where the message names but the file. */
    private static String why(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        return e instanceof AccessDeniedException
                ? "permission denied"
                : Optional.ofNullable(e.getReason()).orElse("cannot be used");
    }
}
