package io.mercato.rest.cmw.file;

import io.mercato.domain.cmw.file.FileKind;
import io.mercato.domain.cmw.file.FileReference;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.References;
import java.util.List;
import java.util.stream.IntStream;

/** Files of products in what clients send and read: {@code {"url": "productImageFile/1"}} and {@code {"url": "file/2"}}. */
public final class FileReferences {

    private FileReferences() {}

    /** Null for none. */
    public static List<UrlEntity> of(List<FileReference> files) {
        return files == null
                ? null
                : files.stream().map(file -> new UrlEntity(file.toString())).toList();
    }

    /** Each once; null for none. @param field names the field in an error */
    public static List<FileReference> toDomain(List<UrlEntity> files, String field) {
        return files == null
                ? null
                : IntStream.range(0, files.size())
                        .mapToObj(i -> toDomain(files.get(i), field + "[" + i + "]"))
                        .distinct()
                        .toList();
    }

    private static FileReference toDomain(UrlEntity reference, String field) {
        boolean image = reference != null
                && reference.url() != null
                && reference.url().contains(FileKind.PRODUCT_IMAGE.resource() + "/");
        FileKind kind = image ? FileKind.PRODUCT_IMAGE : FileKind.PRODUCT_FILE;
        return new FileReference(kind, References.required(reference, kind.resource(), field));
    }
}
