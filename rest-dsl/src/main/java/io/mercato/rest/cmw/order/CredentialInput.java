package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.subscription.SubscriptionDetail.Credential;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * A credential that a vendor gives a customer.
 *
 * @param description by language
 */
public record CredentialInput(
        @NotNull @Size(min = 1, max = 125) String key,
        @Size(max = 8192) String value,
        Map<@Size(min = 2, max = 2) String, @Size(max = 1024) String> description,
        @NotNull Integer weight) {

    Credential toDomain() {
        return new Credential(key, value, description == null ? Map.of() : description, weight, true);
    }
}
