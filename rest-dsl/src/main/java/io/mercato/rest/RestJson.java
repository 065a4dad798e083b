package io.mercato.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mercato.processors.json.JsonConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** JSON at the platform's edge: that of the platform, and fields by the version of the API. */
@Component
public class RestJson {
    private final ObjectMapper mapper;

    public RestJson() {
        mapper = ((JsonMapper) JsonConfiguration.newMapper())
                .rebuild()
                .addModule(new SinceModule())
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .addModule(new StorableText())
                .addModule(new StorableTime())
                .build();
    }

    public <T> T read(byte[] json, Class<T> type) throws IOException {
        return mapper.readValue(json, type);
    }

    /** What {@link #write} would write, as a tree. */
    public JsonNode tree(Object value, int apiVersion) {
        try {
            return mapper.readTree(write(value, apiVersion));
        } catch (IOException e) {
            throw new UncheckedIOException("What was written as JSON is JSON", e);
        }
    }

    public byte[] write(Object value, int apiVersion) {
        try {
            return mapper.writer()
                    .withAttribute(SinceModule.ATTRIBUTE, apiVersion)
                    .writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot write " + value.getClass().getName() + " as JSON", e);
        }
    }
}
