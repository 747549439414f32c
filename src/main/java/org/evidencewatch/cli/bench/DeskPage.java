package org.evidencewatch.cli.bench;

import java.util.List;

/**
 * A page of the desk that is asked for again and again.
 *
 * @param paths its addresses, in turn
 */
record DeskPage(String name, List<String> paths) {

    DeskPage {
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException(name + " has no address");
        }
    }

    String path(int request) {
        return paths.get(request % paths.size());
    }
}
