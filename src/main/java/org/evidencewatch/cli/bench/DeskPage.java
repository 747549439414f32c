package org.evidencewatch.cli.bench;

import java.util.List;

/**
 * A page of the desk that is asked for again and again.
 *
 * @param paths its addresses, in turn
 * @param writtenBefore whether somebody writes into the database before each request
 */
record DeskPage(String name, List<String> paths, boolean writtenBefore) {

    DeskPage {
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException(name + " has no address");
        }
    }

    DeskPage(String name, List<String> paths) {
        this(name, paths, false);
    }

    /** The same, asked for just after a write. */
    DeskPage afterWrite() {
        return new DeskPage(name, paths, true);
    }

    String path(int request) {
        return paths.get(request % paths.size());
    }
}
