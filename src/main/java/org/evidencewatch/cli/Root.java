package org.evidencewatch.cli;

import java.nio.file.Path;

/** Where the program was installed: the folder that holds {@code jobs}, {@code config} and {@code fixtures}. */
final class Root {

    private Root() {}

    /** As the launcher says, else the working directory. */
    static Path directory() {
        return Path.of(System.getProperty("evidence.root", "."));
    }
}
