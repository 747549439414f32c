package org.evidencewatch.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.evidencewatch.OtherJvm;

/** Another process that opens a home, and keeps it open until its input ends or it is killed. */
final class Guest implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final BufferedReader output;

    private Guest(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** The other process's program. */
    public static void main(String[] home) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(Path.of(home[0]))) {
            System.out.println(postgres.jdbcUrl());
            System.in.transferTo(System.out);
        }
    }

    static Guest in(Path home) throws IOException {
        var command = new ArrayList<>(OtherJvm.command(Guest.class, 64));
        command.add(home.toString());
        return new Guest(
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
    }

    /** Waits until it has opened the home; what it was told to connect to. */
    String jdbcUrl() throws IOException {
        return output.readLine();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Lets it close the home and end. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit()
                .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        if (process.isAlive()) {
            kill();
            throw new IllegalStateException("the other process did not end");
        }
    }
}
