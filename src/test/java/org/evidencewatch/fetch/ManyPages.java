package org.evidencewatch.fetch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.evidencewatch.fetch.FetchResult.Deferred;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process of its own that fetches a list of pages, as one of several on a database: a thread a host, as a run does.
 * Arguments: database, user, password, delay, a file with one URL a line. Prints how the fetches ended, one line each.
 */
public final class ManyPages {

    private ManyPages() {}

    /** Fetches them all. */
    public static void main(String[] args) throws Exception {
        var config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setUsername(args[1]);
        config.setPassword(args[2]);
        config.setMaximumPoolSize(6);
        var byHost = Files.readAllLines(Path.of(args[4])).stream()
                .map(URI::create)
                .collect(Collectors.groupingBy(URI::getHost));
        var ends = new ConcurrentHashMap<URI, String>();
        var places = new Places(64);
        try (var database = new HikariDataSource(config);
                var fetcher = fetcher(database, Duration.parse(args[3]));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> hosts = byHost.values().stream()
                    .map(pages ->
                            threads.submit(() -> pages.forEach(page -> ends.put(page, end(fetcher, page, places)))))
                    .toList();
            for (Future<?> host : hosts) {
                host.get();
            }
        }
        ends.forEach((page, end) -> System.out.println(page + " " + end));
    }

    private static Fetcher fetcher(HikariDataSource database, Duration delay) {
        var ledger = new HostTable(JdbcClient.create(database), new JdbcTemplate(database));
        return Fetchers.live(
                Live.settings(delay, Live.LIMITS),
                Clock.systemUTC(),
                name -> List.of(InetAddress.getLoopbackAddress()),
                ledger,
                UUID.randomUUID().toString());
    }

    private static String end(Fetcher fetcher, URI page, Places places) {
        FetchResult result;
        do {
            try (var place = places.standby()) {
                result = fetcher.fetch(FetchRequest.of(page), place);
            }
        } while (result instanceof Deferred);
        return result.getClass().getSimpleName();
    }
}
