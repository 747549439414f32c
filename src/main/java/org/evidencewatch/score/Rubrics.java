package org.evidencewatch.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

/** The rubric files of an installation: {@code config/rubrics/*.yaml}. */
public final class Rubrics {

    private static final String ENDING = ".yaml";
    private static final int MOST_BYTES = 256 * 1024;

    private Rubrics() {}

    /** Reads a rubric file. */
    public static RubricReading load(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return faulty(file, "longer than " + MOST_BYTES + " bytes");
            }
            return RubricReader.read(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return faulty(file, "no such file");
        } catch (IOException e) {
            return faulty(file, "cannot be read: " + e.getMessage());
        }
    }

    /** Reads the rubric that the settings put in force, without opening the house. */
    public static RubricReading inForce() {
        var environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        var settings = Binder.get(environment).bindOrCreate(ScoreSettings.PREFIX, ScoreSettings.class);
        return installed(settings.rubric());
    }

    /**
     * The rubric of this name, beside the program, where its launcher says it was installed, else in the working directory.
     *
     * @param name of the file, without its ending; the rubric's id in lower case
     */
    static RubricReading installed(String name) {
        var file = Path.of(System.getProperty("evidence.root", "."), "config", "rubrics", name + ENDING);
        RubricReading reading = load(file);
        return reading instanceof RubricReading.Usable usable && !named(usable.rubric(), name)
                ? faulty(file, "its id is " + usable.rubric().id() + ", which is not the file's name")
                : reading;
    }

    /** The rubric of this name, or an exception that tells what is wrong with it. */
    static Rubric required(String name) {
        return switch (installed(name)) {
            case RubricReading.Usable usable -> usable.rubric();
            case RubricReading.Faulty faulty ->
                throw new IllegalArgumentException("EVIDENCE_RUBRIC: the rubric '%s' cannot be used: %s"
                        .formatted(
                                name,
                                faulty.errors().stream()
                                        .map(RubricError::toString)
                                        .collect(Collectors.joining("; "))));
        };
    }

    private static boolean named(Rubric rubric, String name) {
        return rubric.id().toLowerCase(Locale.ROOT).equals(name);
    }

    private static RubricReading faulty(Path file, String reason) {
        return new RubricReading.Faulty(List.of(new RubricError(file.toString(), 1, reason)));
    }
}
