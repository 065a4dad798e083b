package io.mercato.rest.cmw;

import io.mercato.domain.error.Errors;
import io.mercato.rest.UrlEntity;
import java.util.List;
import java.util.stream.IntStream;

/** Lists of references, and what is left open in a request. */
public final class References {

    private References() {}

    public static List<UrlEntity> of(String resource, List<Integer> ids) {
        return ids.stream().map(id -> UrlEntity.of(resource, id)).toList();
    }

    public static List<Integer> ids(List<UrlEntity> references, String resource, String field) {
        if (references == null) {
            return List.of();
        }
        return IntStream.range(0, references.size())
                .mapToObj(i -> required(references.get(i), resource, field + "[" + i + "]"))
                .toList();
    }

    public static int required(UrlEntity reference, String resource, String field) {
        Integer id = UrlEntity.id(reference, resource, field);
        if (id == null) {
            throw Errors.invalidField(field, "must not be null");
        }
        return id;
    }

    public static <T> T or(T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    /** An empty text says as little as none. */
    public static String text(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
