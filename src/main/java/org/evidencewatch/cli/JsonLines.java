package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a file of JSON lines: one JSON object per line in, one per line out, in the same order.
 *
 * <p>A line that cannot be answered is reported on the error stream as {@code file:line: why}; the others are answered
 * all the same. Empty lines are passed over. Properties that a question does not know are ignored; those that it cannot
 * do without it checks itself, with {@link #required}.
 */
final class JsonLines {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private final Path file;
    private final PrintWriter err;

    /**
     * Lines of this file.
     *
     * @param err where lines that cannot be answered are reported
     */
    JsonLines(Path file, PrintWriter err) {
        this.file = file;
        this.err = err;
    }

    /**
     * Checks a property of a question, in its compact constructor.
     *
     * @throws IllegalArgumentException naming the property, when the line has none
     */
    static <T> T required(@Nullable T value, String property) {
        if (value == null) {
            throw new IllegalArgumentException(property + " is missing");
        }
        return value;
    }

    /**
     * Answers every line.
     *
     * @param question a record that a line is read into
     * @param answer what to say to it; {@code Optional.empty()} properties are left out. An
     *     {@code IllegalArgumentException} says that the question is wrong
     * @return {@link Evidence#DONE}, or {@link Evidence#WRONG_INPUT} when a line or the file could not be read
     */
    <Q> int answer(Class<Q> question, Function<? super Q, ?> answer, PrintWriter out) {
        int code = Evidence.DONE;
        try (var lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line; (line = lines.readLine()) != null; ) {
                number++;
                if (!line.isBlank() && !answered(question, answer, out, line, number)) {
                    code = Evidence.WRONG_INPUT;
                }
            }
        } catch (IOException e) {
            err.println(file + ": cannot be read: " + e);
            return Evidence.WRONG_INPUT;
        } finally {
            out.flush();
        }
        return code;
    }

    private <Q> boolean answered(
            Class<Q> question, Function<? super Q, ?> answer, PrintWriter out, String line, int number) {
        try {
            out.println(JSON.writeValueAsString(answer.apply(JSON.readValue(line, question))));
            return true;
        } catch (DatabindException e) {
            Throwable cause = e.getCause();
            report(number, cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage());
        } catch (JacksonException e) {
            report(number, "no JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            report(number, e.getMessage());
        }
        return false;
    }

    private void report(int number, @Nullable String why) {
        err.println(file + ":" + number + ": " + why);
    }
}
