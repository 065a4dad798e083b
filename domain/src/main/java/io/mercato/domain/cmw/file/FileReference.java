package io.mercato.domain.cmw.file;

/** Names a file by its kind and id, as {@code file/12}. */
public record FileReference(FileKind kind, int id) {

    @Override
    public String toString() {
        return kind.resource() + "/" + id;
    }
}
