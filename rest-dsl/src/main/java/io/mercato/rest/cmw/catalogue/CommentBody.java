package io.mercato.rest.cmw.catalogue;

import static io.mercato.rest.cmw.References.or;

import io.mercato.domain.cmw.catalogue.Comment;
import io.mercato.rest.Call;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.References;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code Comment} of the contract; besides it its author, {@code user}. */
public record CommentBody(
        Integer id,
        String self,
        @NotNull UrlEntity product,
        UrlEntity user,
        String userName,
        String realName,
        @Min(1) @Max(5) Integer rating,
        @Size(max = 8192) String comment,
        Instant date,
        List<String> availableOperations) {

    static CommentBody of(Comment one) {
        return new CommentBody(
                one.id(),
                "comment/" + one.id(),
                UrlEntity.of("product", one.productId()),
                UrlEntity.of("user", one.userId()),
                one.userName(),
                one.realName(),
                one.rating(),
                one.comment(),
                one.date(),
                operations(one));
    }

    Comment toDomain(Call call) {
        return new Comment(
                null,
                References.required(product, "product", "product"),
                call.principal().userId(),
                null,
                "",
                rating,
                or(comment, "").strip(),
                null,
                false,
                false);
    }

    private static List<String> operations(Comment one) {
        List<String> operations = new ArrayList<>(List.of("GET"));
        if (one.editable()) {
            operations.add("PUT");
        }
        if (one.deletable()) {
            operations.add("DELETE");
        }
        return operations;
    }
}
