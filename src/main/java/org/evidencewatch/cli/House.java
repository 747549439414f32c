package org.evidencewatch.cli;

import org.springframework.context.ConfigurableApplicationContext;

/** Opens the rooms that need the database; commands that need none never call it. */
@FunctionalInterface
public interface House {

    /**
     * Starts the application context; the caller closes it.
     *
     * @param web whether to serve the reviewers' pages as well
     * @param settings as {@code name=value}, stronger than the environment and the files
     */
    ConfigurableApplicationContext open(boolean web, String... settings);
}
