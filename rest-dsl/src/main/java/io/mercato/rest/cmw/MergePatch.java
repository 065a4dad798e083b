package io.mercato.rest.cmw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.rest.ApiVersion;
import io.mercato.rest.Call;
import io.mercato.rest.CallReceiver;
import io.mercato.rest.RequestReader;
import io.mercato.rest.RestJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Makes of a thing and the fields to be changed of it the thing as it is to be; null takes a field away. */
@Component
public class MergePatch {
    private static final String ACTION = "action";
    private static final String ENABLED = "enabled";

    private final RestJson json;
    private final RequestReader reader;

    public MergePatch(RestJson json, RequestReader reader) {
        this.json = json;
        this.reader = reader;
    }

    /** In: body what it is now, variable changes; out: body what it is to be, as the platform's route takes it. */
    public <D, B> void merge(Exchange exchange, Resource<D, B> resource) {
        D now = resource.domain().cast(exchange.getMessage().getBody());
        ObjectNode merged = (ObjectNode) tree(resource.toBody().apply(now));
        Map<?, ?> changes = exchange.getVariable("changes", Map.class);
        changes.forEach((field, value) -> change(merged, String.valueOf(field), value));
        B body = reader.read(json.write(merged, ApiVersion.NEWEST), resource.body());
        Principal principal = exchange.getVariable(CallReceiver.PRINCIPAL, Principal.class);
        exchange.getMessage().setBody(resource.toDomain().apply(body, new Call(principal, Map.of(), Map.of())));
    }

    private void change(ObjectNode thing, String field, Object value) {
        if (field.equals(ACTION)) {
            act(thing, String.valueOf(value).toUpperCase(Locale.ROOT));
        } else if (value == null) {
            thing.remove(field);
        } else {
            thing.set(field, given(field, value));
        }
    }

    private static void act(ObjectNode thing, String action) {
        boolean known = List.of("ACTIVATE", "APPROVE", "UNBLOCK", "BLOCK").contains(action);
        if (!known || !thing.has(ENABLED)) {
            throw Errors.rejectedField("action-not-possible", "action", "" + action + " is not possible here");
        }
        thing.put(ENABLED, !action.equals("BLOCK"));
    }

    /** INVALID for a number that is too large to be written out. */
    private JsonNode given(String field, Object value) {
        try {
            return tree(value);
        } catch (UncheckedIOException notWritten) {
            throw Errors.invalidField(field, "holds a number that is too large");
        }
    }

    private JsonNode tree(Object value) {
        try {
            return json.read(json.write(value, ApiVersion.NEWEST), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException("What was written as JSON is JSON", e);
        }
    }
}
