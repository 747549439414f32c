package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fetch.RawServer.ok;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.evidencewatch.fetch.FetchResult.Failed;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.FetchResult.Refused;
import org.evidencewatch.fetch.GateVectorsTest.Url;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is dialled when every vector is followed by every way on which an address comes from outside. */
@Timeout(240)
class DialledTest {

    private static final String PUBLIC = "93.184.216.34";
    private static final FetchSettings SETTINGS =
            new FetchSettings("EvidenceWatch/0.1", Duration.ZERO, List.of(), Live.LIMITS);
    private static final Gate GATE = new Gate(SETTINGS.allowedNetworks());

    private final RawServer server = new RawServer();
    private final Dials dials = new Dials(server.port());
    private final Map<String, List<String>> dns = new ConcurrentHashMap<>();
    private final Fetcher fetcher = fetcher(this::addresses);

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    @Test
    void noDeniedAddressAsAPage() throws IOException {
        for (Url vector : denied()) {
            try (var fresh = fetcher(resolving(vector))) {
                toUri(vector.url())
                        .ifPresent(url -> assertThat(fresh.fetch(FetchRequest.of(url)))
                                .as(vector.url())
                                .isNotInstanceOf(Received.class));
            }
        }
        // ::ffff:8.8.8.8 is denied as text; as an answer, Java makes 8.8.8.8 of it and dials that
        assertThat(dials.addresses()).isSubsetOf(Address.parse("8.8.8.8").orElseThrow());
    }

    @Test
    void noDeniedAddressAsTheAnswerOfAName() throws IOException {
        for (String address : deniedAddresses()) {
            for (List<String> answers : List.of(List.of(address), List.of(PUBLIC, address), List.of(address, PUBLIC))) {
                String host = host(answers);
                assertThat(fetcher.fetch(FetchRequest.of(URI.create("https://" + host + "/"))))
                        .as(answers.toString())
                        .satisfies(result -> assertThat(isMapped(address) || result instanceof Refused)
                                .isTrue());
            }
        }
        assertNoneDenied();
    }

    @Test
    void noDeniedAddressBehindARedirect() throws IOException {
        String start = host(List.of(PUBLIC));
        List<String> hops = hops();
        for (int i = 0; i < hops.size(); i++) {
            server.on("/" + i, redirect(hops.get(i)));
            assertThat(fetcher.fetch(FetchRequest.of(URI.create("http://" + start + "/" + i))))
                    .isNotNull();
        }
        assertThat(server.seen()).hasSizeGreaterThan(hops.size());
        assertNoneDenied();
    }

    @Test
    void noDeniedAddressBehindARobotsRedirect() throws IOException {
        for (String hop : hops()) {
            server.on("/robots.txt", redirect(hop));
            assertThat(fetcher.fetch(FetchRequest.of(URI.create("http://" + host(List.of(PUBLIC)) + "/"))))
                    .isNotNull();
        }
        assertNoneDenied();
    }

    @Test
    void noDeniedAddressAsAWebhookNorBehindOne() throws IOException {
        server.on("/hook", redirect("http://10.0.0.1/"));
        try (var deliveries = new Deliveries(SETTINGS, GATE, this::addresses, dials)) {
            for (Url vector : denied()) {
                toUri(vector.url()).ifPresent(url -> deliveries.post(url, Map.of(), new byte[0]));
            }
            for (String address : deniedAddresses()) {
                deliveries.post(URI.create("https://" + host(List.of(address)) + "/"), Map.of(), new byte[0]);
            }
            assertNoneDenied();
            dials.forget();
            URI hook = URI.create("http://" + host(List.of(PUBLIC)) + "/hook");
            assertThat(deliveries.post(hook, Map.of(), new byte[0])).isEqualTo(new DeliveryResult.Answered(302));
        }
        assertThat(dials.addresses()).containsOnly(Address.parse(PUBLIC).orElseThrow());
    }

    @Test
    void aNameThatIsReboundIsDialledWhereItWasVetted() {
        var asked = new AtomicInteger();
        server.on("/a", ok("Content-Length: 2\r\n", "ok"));
        Lookup rebinding = name -> List.of(ip(asked.incrementAndGet() == 1 ? PUBLIC : "127.0.0.1"));
        try (var rebound = fetcher(rebinding)) {
            for (int i = 0; i < 5; i++) {
                assertThat(rebound.fetch(FetchRequest.of(URI.create("http://rebind.example.com/a"))))
                        .isInstanceOfAny(Received.class, Refused.class, Failed.class);
            }
        }
        assertThat(dials.made()).isNotEmpty();
        assertThat(dials.addresses()).containsOnly(Address.parse(PUBLIC).orElseThrow());
    }

    @Test
    void allowedNamesAreDialledAtExactlyTheVettedAddresses() throws IOException {
        List<Url> allowed = GateVectorsTest.urls()
                .filter(url -> url.expect().equals("allow") && url.dns().isPresent())
                .toList();
        for (Url vector : allowed) {
            dials.forget();
            try (var fresh = fetcher(resolving(vector))) {
                toUri(vector.url())
                        .ifPresent(url -> assertThat(fresh.fetch(FetchRequest.of(url)))
                                .as(vector.url())
                                .isNotInstanceOf(Refused.class));
            }
            List<InetSocketAddress> vetted = vector.dns().orElseThrow().values().stream()
                    .flatMap(List::stream)
                    .map(answer -> new InetSocketAddress(ip(answer), port(vector.url())))
                    .toList();
            assertThat(vetted).as(vector.url()).containsAll(dials.made());
        }
        assertThat(allowed).hasSizeGreaterThan(250);
    }

    @Test
    void everyVettedAddressIsTriedInTurnAndNoOther() {
        List<String> answers = List.of(PUBLIC, "8.8.4.4", "2606:4700::1");
        URI url = URI.create("https://" + host(answers) + "/");
        assertThat(fetcher.fetch(FetchRequest.of(url))).isInstanceOf(Failed.class);
        assertThat(dials.made())
                .containsExactlyElementsOf(answers.stream()
                        .map(answer -> new InetSocketAddress(ip(answer), 443))
                        .toList());
    }

    private Fetcher fetcher(Lookup lookup) {
        var resolver = new GatedResolver(GATE, lookup, dials);
        var wire = new Wire(new Turns.None(), new AddressTurns(8), new LiveTransport(SETTINGS, resolver));
        return new PoliteFetcher(wire, new LocalHosts(), SETTINGS, Clock.systemUTC());
    }

    private static List<Url> denied() throws IOException {
        return GateVectorsTest.urls()
                .filter(url -> !url.expect().equals("allow"))
                .toList();
    }

    private static List<String> deniedAddresses() throws IOException {
        return GateVectorsTest.addresses()
                .filter(line -> line.startsWith("deny"))
                .map(line -> line.substring(6))
                .toList();
    }

    /** Where servers might send us: every denied URL that fits a header line, every denied address, names of theirs. */
    private List<String> hops() throws IOException {
        Stream<String> urls = denied().stream()
                .map(Url::url)
                .filter(url -> url.chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0));
        Stream<String> literals = deniedAddresses().stream()
                .map(address -> "http://" + (address.contains(":") ? "[" + address + "]" : address) + "/");
        Stream<String> names =
                deniedAddresses().stream().map(address -> "http://" + host(List.of(address, PUBLIC)) + "/");
        return Stream.of(urls, literals, names).flatMap(s -> s).toList();
    }

    /** A name of its own for these answers. */
    private String host(List<String> answers) {
        String host = "h" + dns.size() + ".example.com";
        dns.put(host, answers);
        return host;
    }

    private List<InetAddress> addresses(String name) throws UnknownHostException {
        if (!dns.containsKey(name)) {
            throw new UnknownHostException(name);
        }
        return dns.get(name).stream().map(DialledTest::ip).toList();
    }

    /** The answers of a vector; texts that are no address no DNS can give. */
    private static Lookup resolving(Url vector) {
        return name -> {
            List<InetAddress> answers = vector.dns().orElse(Map.of()).entrySet().stream()
                    .filter(host -> HostSyntax.canonical(host.getKey()).equals(HostSyntax.canonical(name)))
                    .flatMap(host -> host.getValue().stream())
                    .filter(answer -> Address.parse(answer).isPresent())
                    .map(DialledTest::ip)
                    .toList();
            if (answers.isEmpty()) {
                throw new UnknownHostException(name);
            }
            return answers;
        };
    }

    private void assertNoneDenied() {
        assertThat(dials.made())
                .allSatisfy(
                        dialled -> assertThat(GATE.judge(dialled.getAddress().getHostAddress()))
                                .isEmpty());
    }

    /** Java dials the IPv4 address inside, which is judged as such. */
    private static boolean isMapped(String address) {
        return address.contains(":") && ip(address).getAddress().length == 4;
    }

    private static InetAddress ip(String address) {
        try {
            return Address.parse(address).orElseThrow().toInetAddress();
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(String url) {
        return ((Target) GATE.admit(url)).port();
    }

    private static Optional<URI> toUri(String url) {
        try {
            return Optional.of(URI.create(url));
        } catch (IllegalArgumentException noUri) {
            return Optional.empty();
        }
    }

    private static RawServer.Script redirect(String location) {
        return out -> out.write(
                ("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
