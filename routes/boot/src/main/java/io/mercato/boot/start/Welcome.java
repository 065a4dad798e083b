package io.mercato.boot.start;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Waits until the platform is ready as a whole, and then says where everything is. */
@Component
class Welcome implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);
    private static final long MILLIS_BETWEEN_LOOKS = 150;
    private static final long MILLIS_BETWEEN_COMPLAINTS = 30_000;

    private final HealthEndpoint health;
    private final WelcomeText text;
    private final CountDownLatch closing = new CountDownLatch(1);

    Welcome(HealthEndpoint health, WelcomeText text) {
        this.health = health;
        this.text = text;
    }

    @EventListener(ApplicationReadyEvent.class)
    void theProgramRuns() {
        Thread waiting = new Thread(this::waitAndSay, "welcome");
        waiting.setDaemon(true);
        waiting.start();
    }

    private void waitAndSay() {
        try {
            long silentUntil = System.currentTimeMillis() + MILLIS_BETWEEN_COMPLAINTS;
            HealthComponent readiness = health.healthForPath("readiness");
            while (!readiness.getStatus().equals(Status.UP)) {
                if (closing.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                    return;
                }
                if (System.currentTimeMillis() > silentUntil) {
                    LOG.warn("Not ready yet: {}", Complaint.about(readiness));
                    silentUntil = System.currentTimeMillis() + MILLIS_BETWEEN_COMPLAINTS;
                }
                readiness = health.healthForPath("readiness");
            }
            long millis = System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
            LOG.info("{}", text.ready(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void destroy() {
        closing.countDown();
    }
}
