package io.mercato.rest.cmw;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;

/** The map of strings that integrators keep at a resource. */
public record MetadataBody(
        @JsonValue @Size(max = 100) Map<@NotBlank @Size(max = 255) String, @NotNull @Size(max = 4096) String> values) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MetadataBody {}

    static MetadataBody of(Map<?, ?> kept) {
        Map<String, String> values = new LinkedHashMap<>();
        kept.forEach((key, value) -> values.put((String) key, (String) value));
        return new MetadataBody(values);
    }
}
