package io.mercato.domain.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The roles of behaviour §2, as the published client names them. */
public enum Role {
    ANONYMOUS,
    USER,
    VENDOR,
    RESELLER,
    DISTRIBUTOR,
    SUPERVISOR,
    ADMIN,
    SUPERADMIN;

    /** {@code ROLE_USER} and its like. */
    @JsonValue
    public String authority() {
        return "ROLE_" + name();
    }

    @JsonCreator
    public static Role ofAuthority(String authority) {
        if (!authority.startsWith("ROLE_")) {
            throw new IllegalArgumentException("Not a role: " + authority);
        }
        return valueOf(authority.substring("ROLE_".length()));
    }

    /** Those who run the platform: they see everybody's things. */
    public boolean isStaff() {
        return this == SUPERVISOR || this == ADMIN || this == SUPERADMIN;
    }

    /** Those who may change everybody's things. */
    public boolean isAdministrator() {
        return this == ADMIN || this == SUPERADMIN;
    }
}
