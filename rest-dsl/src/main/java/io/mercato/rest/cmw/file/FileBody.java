package io.mercato.rest.cmw.file;

import static io.mercato.rest.cmw.References.or;
import static io.mercato.rest.cmw.References.text;

import io.mercato.domain.cmw.file.StoredFile;
import io.mercato.rest.Call;
import io.mercato.rest.UrlEntity;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * {@code File} of the contract, and {@code ProductFilePatch}, {@code ProductImageFilePatch}, which name the product too.
 */
public record FileBody(
        Integer id,
        String self,
        @Size(max = 125) String alt,
        @Size(max = 125) String title,
        @Size(max = 125) String tag,
        Integer weight,
        UrlEntity product,
        Boolean productNulled,
        UrlEntity ownerCompany,
        String originalFilename,
        String objectUrl,
        Long size,
        String sha512,
        Instant loadDate) {

    static FileBody of(StoredFile file) {
        return new FileBody(
                file.id(),
                file.kind().resource() + "/" + file.id(),
                file.alt(),
                file.title(),
                file.tag(),
                file.weight(),
                UrlEntity.of("product", file.productId()),
                null,
                UrlEntity.of("company", file.ownerCompanyId()),
                file.originalFilename(),
                file.path(),
                file.size(),
                file.sha512(),
                file.loadDate());
    }

    StoredFile toDomain(Call call) {
        Integer shownWith = Boolean.TRUE.equals(productNulled) ? null : UrlEntity.id(product, "product", "product");
        return StoredFile.described(shownWith, text(title), text(alt), text(tag), or(weight, 0));
    }
}
