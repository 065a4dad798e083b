package io.mercato.rest.cmw.catalogue;

import static io.mercato.rest.cmw.References.or;

import io.mercato.domain.cmw.catalogue.Category;
import io.mercato.rest.Call;
import io.mercato.rest.cmw.References;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** {@code ProductCategory} of the contract. */
public record CategoryBody(
        Integer id,
        String self,
        @NotBlank @Size(max = 255) String name,
        @Size(max = 255) String slug,
        Integer weight,
        Long productCount) {

    static CategoryBody of(Category category) {
        return new CategoryBody(
                category.id(),
                "category/" + category.id(),
                category.name(),
                category.slug(),
                category.weight(),
                category.productCount());
    }

    Category toDomain(Call call) {
        return new Category(null, name.strip(), References.text(slug), or(weight, 0), 0);
    }
}
