/**
 * The module identity: makes, changes and removes accounts at the identity provider (Keycloak), by its admin REST. What
 * somebody waits for it offers as {@code direct:identity-…}; the rest comes by its queue {@code identity.commands}. It
 * has no tables: the identity provider keeps the accounts.
 */
package io.mercato.platform.identity;
