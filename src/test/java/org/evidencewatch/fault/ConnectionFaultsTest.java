package org.evidencewatch.fault;

import static org.evidencewatch.fault.Site.PAGE;
import static org.evidencewatch.fault.Site.ok;
import static org.evidencewatch.fault.Site.status;
import static org.evidencewatch.fetch.RawServer.pause;
import static org.evidencewatch.fetch.RawServer.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.evidencewatch.fetch.RawServer.Ending;

/** F-01, F-02, F-04: connections that are refused, reset, cut or slow. */
class ConnectionFaultsTest extends ThreeNights {

    private static final String HALF = PAGE.substring(0, PAGE.length() / 2);
    private static final String CHUNKED = status("200 OK", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n");

    @Override
    List<Fault> faults() {
        return List.of(
                Fault.of("F-01 refused", Site::goDown, "CONNECT_ERROR", "unverifiable"),
                Fault.of("F-01 closed before any octet", site -> site.serve(""), "PROTOCOL_ERROR", "unverifiable"),
                Fault.of(
                        "F-01 reset before any octet",
                        site -> site.serve("").ending(Ending.RESET),
                        "PROTOCOL_ERROR",
                        "unverifiable"),
                Fault.of(
                        "F-01 reset within the head",
                        site -> site.serve("HTTP/1.1 200 OK\r\nContent-Ty").ending(Ending.RESET),
                        "PROTOCOL_ERROR",
                        "unverifiable"),
                Fault.of(
                        "F-01 another protocol",
                        site -> site.serve("220 mail ready\r\n"),
                        "PROTOCOL_ERROR",
                        "unverifiable"),
                Fault.of(
                        "F-02 closed before the length was reached",
                        site -> site.serve(ok("", PAGE).replace(PAGE, HALF)),
                        "TRUNCATED",
                        "unverifiable"),
                Fault.of(
                        "F-02 reset within the body",
                        site -> site.serve(ok("", PAGE).replace(PAGE, HALF)).ending(Ending.RESET),
                        "TRUNCATED",
                        "unverifiable"),
                Fault.of(
                        "F-02 the last chunk is missing",
                        site -> site.serve(CHUNKED + "5\r\n<html\r\n"),
                        "TRUNCATED",
                        "unverifiable"),
                Fault.of(
                        "F-02 a chunk is cut",
                        site -> site.serve(CHUNKED + "500\r\n" + HALF),
                        "TRUNCATED",
                        "unverifiable"),
                Fault.of(
                        "F-02 a chunk has no size",
                        site -> site.serve(CHUNKED + "5\r\n<html\r\n" + HALF),
                        "TRUNCATED",
                        "unverifiable"),
                Fault.of("F-04 silent", site -> site.serve("").ending(Ending.HELD), "TIMEOUT", "unverifiable"),
                Fault.of(
                        "F-04 silent within the body",
                        site -> site.serve(ok("", PAGE).replace(PAGE, HALF)).ending(Ending.HELD),
                        "TIMEOUT",
                        "unverifiable"),
                Fault.of(
                        "F-04 the head drips",
                        site -> site.serve(out -> drip(out, "HTTP/1.1 200 OK\r\nX-Drip: ")),
                        "TIMEOUT",
                        "unverifiable"),
                Fault.of(
                        "F-04 the body drips",
                        site -> site.serve(out -> drip(out, status("200 OK", "Content-Length: 5000\r\n"))),
                        "TIMEOUT",
                        "unverifiable"),
                Fault.of("F-04 chunks drip", site -> site.serve(out -> drip(out, CHUNKED)), "TIMEOUT", "unverifiable"));
    }

    /** One character after the other, until the client leaves. */
    private static void drip(OutputStream out, String start) throws IOException {
        write(out, start);
        for (int i = 0; i < 600; i++) {
            write(out, "1");
            pause(50);
        }
    }
}
