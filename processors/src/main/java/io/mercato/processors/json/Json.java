package io.mercato.processors.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** JSON of the platform's own making: in its columns and in its messages, where a failure is a fault of ours. */
@Component
public class Json {
    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};

    private final ObjectMapper mapper;

    public Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot write " + value.getClass().getName() + " as JSON", e);
        }
    }

    /** The same as maps, lists, texts and numbers, as it is once it was written and read. */
    public Object value(Object thing) {
        return read(write(thing), Object.class);
    }

    /** The same of each value. */
    public Map<String, Object> values(Map<String, ?> things) {
        return read(write(things), VALUES);
    }

    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Not the JSON of a " + type.getName(), e);
        }
    }

    public <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Not the JSON of a " + type.getType(), e);
        }
    }

    /** A record of a sealed interface's, by its simple name: the type header of a message. */
    public <T> T readOneOf(Class<T> sealed, String simpleName, String json) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .filter(type -> type.getSimpleName().equals(simpleName))
                .findFirst()
                .map(type -> sealed.cast(read(json, type)))
                .orElseThrow(() -> new IllegalArgumentException("Not a " + sealed.getSimpleName() + ": " + simpleName));
    }
}
