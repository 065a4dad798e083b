package io.mercato.domain.cmw.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What an event can be about, as vendors read it. */
public enum EventEntity {
    CART("Cart", "cart"),
    INVOICE("Invoice", "invoice"),
    PRODUCT_VERSION("ProductVersion", "productVersion"),
    SUBSCRIPTION("Subscription", "subscription"),
    USER("User", "user");

    private final String entityName;
    private final String resource;

    EventEntity(String entityName, String resource) {
        this.entityName = entityName;
        this.resource = resource;
    }

    /** {@code Subscription} and its like. */
    @JsonValue
    public String entityName() {
        return entityName;
    }

    /** Its address below {@code /api}, as {@code subscription/2388}. */
    public String url(int id) {
        return resource + "/" + id;
    }

    /** The entity of this name, in any case; empty when there is none. */
    public static Optional<EventEntity> named(String name) {
        return Arrays.stream(values())
                .filter(entity -> entity.entityName.equalsIgnoreCase(name))
                .findFirst();
    }

    @JsonCreator
    static EventEntity ofJson(String name) {
        return named(name).orElseThrow(() -> new IllegalArgumentException("Not an entity of events: " + name));
    }
}
