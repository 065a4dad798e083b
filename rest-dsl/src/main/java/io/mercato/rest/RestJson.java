package io.mercato.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.mercato.processors.json.JsonConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * JSON at the platform's edge: that of the platform, and fields by the version of the API. What is sent has the type of its
 * field: nothing is rounded, made a text of, or taken for nothing.
 */
@Component
public class RestJson {
    private final ObjectMapper mapper;
    private final ObjectMapper strict;

    public RestJson() {
        mapper = builder().build();
        strict = builder()
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .build();
    }

    private static JsonMapper.Builder builder() {
        JsonMapper.Builder builder = ((JsonMapper) JsonConfiguration.newMapper())
                .rebuild()
                .addModule(new SinceModule())
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .addModule(new StorableText())
                .addModule(new StorableTime())
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        for (LogicalType type : List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean)) {
            builder.withCoercionConfig(
                    type,
                    one -> one.setAcceptBlankAsEmpty(true)
                            .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
        }
        return builder.withCoercionConfig(
                LogicalType.Textual,
                text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    /** A null in a list or in a map is refused, but for the fields of a patch, which it takes away. */
    public <T> T read(byte[] json, Class<T> type) throws IOException {
        ObjectMapper reader = type == Map.class ? mapper : strict;
        try (JsonParser parser = reader.createParser(json)) {
            T value = reader.readValue(parser, type);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "Something follows the document");
            }
            return value;
        }
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
