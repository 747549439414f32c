package org.evidencewatch.web.operation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was found out last, found out anew when somebody asks and it is old. Whoever asks waits a bounded time; however many ask,
 * one look is under way at a time. Safe for many threads.
 */
final class Latest<T> {

    private record Look<T>(T found, long at) {}

    private final Supplier<T> source;
    private final Duration lifetime;
    private final Duration patience;
    private final Executor executor;
    private volatile @Nullable Look<T> last;
    private @Nullable CompletableFuture<Look<T>> underWay;

    /**
     * @param source looks; what it throws is as if nothing were found
     * @param lifetime how long a look counts
     * @param patience how long somebody waits for one
     */
    Latest(Supplier<T> source, Duration lifetime, Duration patience) {
        this.source = source;
        this.lifetime = lifetime;
        this.patience = patience;
        this.executor = Thread.ofVirtual().name("look-", 0)::start;
    }

    /** What a look of now finds; empty where it fails, or takes longer than anybody waits. */
    Optional<T> fresh() {
        Look<T> known = last;
        if (known != null && System.nanoTime() - known.at() < lifetime.toNanos()) {
            return Optional.of(known.found());
        }
        try {
            return Optional.of(
                    look().get(patience.toMillis(), TimeUnit.MILLISECONDS).found());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    /** The newest that was ever found. */
    Optional<T> found() {
        return Optional.ofNullable(last).map(Look::found);
    }

    /** How old that is. */
    Optional<Duration> age() {
        return Optional.ofNullable(last).map(look -> Duration.ofNanos(System.nanoTime() - look.at()));
    }

    private synchronized CompletableFuture<Look<T>> look() {
        CompletableFuture<Look<T>> present = underWay;
        if (present != null && !present.isDone()) {
            return present;
        }
        var started = CompletableFuture.supplyAsync(
                () -> {
                    var look = new Look<>(source.get(), System.nanoTime());
                    last = look;
                    return look;
                },
                executor);
        underWay = started;
        return started;
    }
}
