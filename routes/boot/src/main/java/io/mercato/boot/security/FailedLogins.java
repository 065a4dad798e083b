package io.mercato.boot.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts failed logins for each address and user: who guesses too often waits until the window is over. */
@Component
class FailedLogins {
    private static final int REMEMBERED = 100_000;

    private final GateProperties settings;
    private final Clock clock;
    private final Cache<String, Failures> failures;

    FailedLogins(GateProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .expireAfterWrite(settings.failuresWindow())
                .maximumSize(REMEMBERED)
                .build();
    }

    /** @throws TooManyFailuresException when this user may not try from this address just now */
    void check(String address, String login) {
        Failures known = failures.getIfPresent(key(address, login));
        if (known == null || known.count() < settings.failuresAllowed()) {
            return;
        }
        Duration left = Duration.between(clock.instant(), known.since().plus(settings.failuresWindow()));
        if (!left.isNegative() && !left.isZero()) {
            throw new TooManyFailuresException(left);
        }
        failures.invalidate(key(address, login));
    }

    void failed(String address, String login) {
        failures.asMap()
                .merge(
                        key(address, login),
                        new Failures(1, clock.instant()),
                        (old, one) -> new Failures(old.count() + 1, old.since()));
    }

    void succeeded(String address, String login) {
        failures.invalidate(key(address, login));
    }

    void forgetAll() {
        failures.invalidateAll();
    }

    /** Name and address are kept apart by a character that stands in no address. */
    private static String key(String address, String login) {
        return address + " " + login.toLowerCase(Locale.ROOT);
    }

    private record Failures(int count, Instant since) {}
}
