package io.mercato.processors.deployer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the deployer.
 *
 * @param platformName marks what this platform makes in a cloud, so that several of them can share an account
 * @param concurrentConsumers how many deployments this process works at side by side
 * @param keepFailed whether a build that fails is kept for inspection instead of being released; the account's option
 *     {@code keepFailed} has precedence
 * @param connectTimeout how long a machine may take to accept a connection when it is looked whether it answers
 * @param answerTimeout how long it may take to say something then
 * @param reconcilePeriod how often clouds and deployments are compared
 * @param orphanGrace how long something that nobody needs must be seen before it is reported
 * @param inboxRetention how long the ids of messages that were dealt with are kept
 * @param inboxCleanupPeriod how often older ones are forgotten
 */
@ConfigurationProperties("mercato.deployer")
public record DeployerProperties(
        @DefaultValue("mercato") String platformName,
        @DefaultValue("8") int concurrentConsumers,
        @DefaultValue("false") boolean keepFailed,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration answerTimeout,
        @DefaultValue("5m") Duration reconcilePeriod,
        @DefaultValue("10m") Duration orphanGrace,
        @DefaultValue("7d") Duration inboxRetention,
        @DefaultValue("1h") Duration inboxCleanupPeriod) {}
