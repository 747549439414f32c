package org.evidencewatch.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes guessing passwords slow: after so many attempts that failed in a row ({@value #FREE} for an account), none is accepted for
 * half a minute, then twice as long each time, up to a quarter of an hour. An attempt counts before its password is looked
 * at, so that many at once gain nothing. Kept in memory: a restart forgets. Whether an account exists makes no
 * difference. Thread-safe.
 */
final class LoginThrottle {

    static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_NAME = 100;

    private record Attempts(int failed, Instant last, Instant closedUntil) {}

    private final Clock clock;
    private final int free;
    private final Map<String, Attempts> attempts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** One that closes after {@code free} failures. */
    LoginThrottle(Clock clock, int free) {
        this.clock = clock;
        this.free = free;
    }

    /** Counts an attempt; how long to wait instead when it may not be made now. */
    synchronized Optional<Duration> attempt(String account) {
        Instant now = clock.instant();
        String key = key(account);
        Attempts before = attempts.getOrDefault(key, new Attempts(0, now, now));
        if (before.closedUntil().isAfter(now)) {
            return Optional.of(Duration.between(now, before.closedUntil()));
        }
        boolean forgotten = before.last().plus(FORGOTTEN_AFTER).isBefore(now);
        int failed = forgotten ? 1 : before.failed() + 1;
        attempts.put(key, new Attempts(failed, now, now.plus(waitAfter(failed))));
        return Optional.empty();
    }

    /** The attempt had the right password: the account starts afresh. */
    synchronized void succeeded(String account) {
        attempts.remove(key(account));
    }

    private Duration waitAfter(int failed) {
        if (failed < free) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failed - free, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String key(String account) {
        String lower = account.toLowerCase(Locale.ROOT);
        return lower.length() <= LONGEST_NAME ? lower : lower.substring(0, LONGEST_NAME);
    }
}
