package io.mercato.rest.cmw.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mercato.domain.cmw.subscription.SubscriptionDetail.Endpoint;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.URL;

/** An address at which a customer finds what he has. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EndpointBody(
        Integer id,
        EndpointType category,
        @Size(max = 255) String name,
        @NotNull @Size(min = 1, max = 2000) @URL String endpoint,
        @Size(max = 1024) String description) {

    /** What an address is for. */
    public enum EndpointType {
        APP,
        PASSWORD_RESET,
        DOCUMENTATION,
        VIDEO
    }

    static EndpointBody of(Endpoint endpoint) {
        return new EndpointBody(
                endpoint.id(),
                endpoint.category() == null ? null : EndpointType.valueOf(endpoint.category()),
                endpoint.name(),
                endpoint.endpoint(),
                endpoint.description());
    }

    Endpoint toDomain() {
        return new Endpoint(0, category == null ? null : category.name(), name, endpoint, description);
    }
}
