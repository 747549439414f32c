package org.evidencewatch.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the DNS for every address of a name. */
@FunctionalInterface
interface Lookup {

    /** Most look-ups at a time. */
    int THREADS = 16;

    /**
     * All A and AAAA answers, at least one.
     *
     * @throws UnknownHostException when there is none, or none in time
     */
    List<InetAddress> addresses(String name) throws UnknownHostException;

    /**
     * The system's resolver under a deadline. It cannot be interrupted and would hold a virtual thread's carrier, so
     * it runs on a few platform threads of its own, which end when idle. Its deadline is counted from when it has one.
     */
    static Lookup system(Duration deadline) {
        var threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("fetch-lookup-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        var free = new Semaphore(THREADS, true);
        return name -> {
            free.acquireUninterruptibly();
            try {
                return within(deadline, name, threads.submit(() -> List.of(InetAddress.getAllByName(name))));
            } finally {
                free.release();
            }
        };
    }

    private static List<InetAddress> within(Duration deadline, String name, Future<List<InetAddress>> answer)
            throws UnknownHostException {
        try {
            return answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw because(name + ": no answer from the DNS within " + deadline, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw because(name + ": look-up interrupted", e);
        } catch (ExecutionException e) {
            throw because(name + " does not resolve", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static UnknownHostException because(String message, Exception cause) {
        var unknown = new UnknownHostException(message);
        unknown.initCause(cause);
        return unknown;
    }
}
