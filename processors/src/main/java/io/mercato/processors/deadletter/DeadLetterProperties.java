package io.mercato.processors.deadletter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the dead letters.
 *
 * @param keepFailures how long the failure of a message is kept that neither went through nor died; longer than the
 *     broker redelivers
 */
@ConfigurationProperties("mercato.deadletter")
public record DeadLetterProperties(@DefaultValue("7d") Duration keepFailures) {}
