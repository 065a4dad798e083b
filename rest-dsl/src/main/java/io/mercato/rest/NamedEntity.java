package io.mercato.rest;

/** The slim answer of {@code Prefer: response=minimal}. */
public record NamedEntity(int id, String self, String name) {

    public static NamedEntity of(String resource, int id, String name) {
        return new NamedEntity(id, resource + "/" + id, name);
    }
}
