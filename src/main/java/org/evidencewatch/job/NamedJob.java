package org.evidencewatch.job;

import java.util.Map;
import java.util.Optional;

/** A job that a schedule or a person can start by its name. */
public interface NamedJob {

    /** The name of its file under {@code jobs/}, without the ending. */
    String name();

    /** The lease under which it works: what shares one is done by one at a time. */
    default String lease() {
        return name();
    }

    /**
     * Runs to its end in the calling thread, or goes on with a run that was cut off.
     *
     * @param parameters those of its file
     */
    JobOutcome run(Map<String, String> parameters);

    /**
     * What is wrong with a parameter of its file, for people; empty where it is as it should be. A job without parameters refuses
     * each.
     */
    default Optional<String> objection(String parameter, String value) {
        return Optional.of("it takes no parameter '" + parameter + "'");
    }

    /** Asks a run under way to end at its next safe point, and returns at once. Short jobs need not listen. */
    default void stop() {}
}
