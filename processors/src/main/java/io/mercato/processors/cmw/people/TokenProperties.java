package io.mercato.processors.cmw.people;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the tokens of {@code POST /login}.
 *
 * @param tokenLifetime how long a short-lived token is good
 */
@ConfigurationProperties("mercato.identity")
public record TokenProperties(@DefaultValue("1h") Duration tokenLifetime) {}
