package io.mercato.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mercato.domain.error.Errors;

/** A reference to another entity: {@code {"url": "company/1"}}; as the key of a map it is the url alone. */
public record UrlEntity(String url) {

    @JsonCreator
    public static UrlEntity ofUrl(@JsonProperty("url") String url) {
        return new UrlEntity(url);
    }

    public static UrlEntity of(String resource, Integer id) {
        return id == null ? null : new UrlEntity(resource + "/" + id);
    }

    /** The id that a reference names; null for no reference. @param field names the field in the error */
    public static Integer id(UrlEntity reference, String resource, String field) {
        if (reference == null) {
            return null;
        }
        String prefix = resource + "/";
        String url = reference.url() == null ? "" : reference.url().replaceFirst("^/?(api/)?", "");
        if (url.startsWith(prefix) && url.substring(prefix.length()).matches("\\d{1,9}")) {
            return Integer.valueOf(url.substring(prefix.length()));
        }
        throw Errors.invalidField(field, "must be a reference as {\"url\": \"" + prefix + "1\"}");
    }

    @Override
    public String toString() {
        return url;
    }
}
