package io.mercato.rest.cmw.catalogue;

import static io.mercato.rest.Operation.EVERYBODY;

import io.mercato.domain.cmw.catalogue.Comment;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import io.mercato.rest.cmw.Resource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** {@code /comment}. */
@Component
public class CommentModule extends RestModule {
    private static final Resource<Comment, CommentBody> COMMENT = new Resource<>(
            "comment", "comment", EVERYBODY, Comment.class, CommentBody.class, CommentBody::of, CommentBody::toDomain);

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        Operation<?, ?> ofProduct = Operation.of(
                        "list-comments-of-product",
                        "GET",
                        "/comment/product={id}",
                        "direct:cmw-list-comments-of-product",
                        "What customers think of a product")
                .allowed(EVERYBODY)
                .answersMany(CommentBody.class, Comment.class, CommentBody::of);
        return Stream.<Operation<?, ?>>concat(COMMENT.operations(), Stream.of(ofProduct))
                .toList();
    }
}
