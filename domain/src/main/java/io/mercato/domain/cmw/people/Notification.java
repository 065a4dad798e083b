package io.mercato.domain.cmw.people;

import io.mercato.domain.identity.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the panel tells.
 *
 * @param id null until it is stored
 * @param userRoles whom it is told; empty for everybody who is logged in
 * @param userId the one user whom it is told, about what is his; null when it is told to roles
 * @param about what it is about, as {@code subscription/7}; null for nothing of the platform's
 * @param start null for at once
 * @param end null for until it is removed
 */
public record Notification(
        @Nullable Integer id,
        String message,
        List<Role> userRoles,
        @Nullable Integer userId,
        @Nullable String about,
        @Nullable Instant start,
        @Nullable Instant end) {}
