package io.mercato.boot.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the gate.
 *
 * @param checkedPasswordsKept how long a password that Keycloak found right is not asked about again
 * @param checkedPasswordsMax how many such checks are remembered at most
 * @param failuresAllowed how many failed logins of one user from one address are borne within the window
 * @param failuresWindow the window
 */
@ConfigurationProperties("mercato.identity.gate")
public record GateProperties(
        Duration checkedPasswordsKept, int checkedPasswordsMax, int failuresAllowed, Duration failuresWindow) {}
