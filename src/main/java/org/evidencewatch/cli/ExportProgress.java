package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.evidencewatch.snapshot.ArchiveProgress;

/** Shows how an archive grows. Writes to standard error only. */
final class ExportProgress implements ArchiveProgress {

    private final PrintWriter err;
    private final boolean terminal;
    private Optional<LineProgress> line = Optional.empty();

    ExportProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void planned(long captures) {
        line = Optional.of(new LineProgress(err, terminal, Math.toIntExact(captures)));
    }

    @Override
    public void written(int damaged) {
        line.ifPresent(shown -> shown.done(damaged));
    }
}
