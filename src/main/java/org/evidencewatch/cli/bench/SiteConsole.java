package org.evidencewatch.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the measuring process speaks with the site's: lines of JSON. The site introduces itself; then each line in is
 * answered by one line out: a scene by itself, anything else by the tally. The site ends when its input does, so it
 * cannot outlive whoever started it.
 */
public final class SiteConsole {

    static final JsonMapper JSON = new JsonMapper();

    /** Asks for the tally. */
    static final String TALLY = "tally";

    private SiteConsole() {}

    /**
     * What the site says when it listens.
     *
     * @param characters of all pages, unpacked
     * @param wireOctets of all pages, packed
     */
    record Ready(int port, long characters, long wireOctets) {}

    /** Serves until the input ends. */
    public static void run(Site site, BufferedReader in, PrintWriter out) throws IOException {
        say(
                out,
                new Ready(site.port(), site.bodies().characters(), site.bodies().wireOctets()));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(TALLY)) {
                say(out, site.tally());
            } else {
                var scene = JSON.readValue(line, Scene.class);
                site.show(scene);
                say(out, scene);
            }
        }
    }

    private static void say(PrintWriter out, Object what) {
        out.println(JSON.writeValueAsString(what));
        out.flush();
    }
}
