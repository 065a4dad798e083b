package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.Comment;
import io.mercato.domain.cmw.catalogue.CommentRules;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.sql.Rows;
import io.mercato.processors.sql.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Comments: everybody reads those of the products that he sees; each write makes the product's rating anew. */
@Component("commentStore")
public class CommentStore implements ResourceStore<Comment> {
    private static final String TABLE = "cmw.comment";
    private static final String FROM =
            TABLE + " c join cmw.product p on p.id = c.product_id join cmw.\"user\" u on u.id = c.user_id";

    private final Tables tables;
    private final ProductReader products;
    private final Clock clock;

    public CommentStore(Tables tables, ProductReader products, Clock clock) {
        this.tables = tables;
        this.products = products;
        this.clock = clock;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<Comment> list(Principal principal, Filter filter, PageRequest page) {
        Integer product = filter.integer("product");
        Integer user = filter.integer("user");
        return seenBy(principal)
                .where("c.product_id = :product", "product", product == null ? filter.integer("productId") : product)
                .where("c.user_id = :user", "user", user == null ? filter.integer("userId") : user)
                .page(page, "c.date desc, c.id desc");
    }

    /** NOT_FOUND for a product that he does not see. */
    public Page<Comment> ofProduct(Principal principal, int product, PageRequest page) {
        products.get(principal, product);
        return list(principal, new Filter(Map.of("product", String.valueOf(product))), page);
    }

    @Override
    public Comment get(Principal principal, int id) {
        return seenBy(principal)
                .where("c.id = :id", "id", id)
                .first()
                .orElseThrow(() -> Errors.notFound("comment", id));
    }

    @Override
    public Comment create(Principal principal, Comment asked) {
        int product = asked.productId();
        requireProduct(principal, product);
        CommentRules.requireMayComment(principal, hasHad(principal, product));
        CommentRules.check(asked);
        lockProduct(product);
        if (hasCommented(principal, product)) {
            throw Errors.conflict(
                    "already-commented", "You have commented on this product already: change what you wrote");
        }
        int id = tables.columns(TABLE)
                .set("product_id", product)
                .set("user_id", principal.userId())
                .set("rating", asked.rating())
                .set("comment", asked.comment())
                .set("date", Rows.at(clock.instant()))
                .insert();
        rate(product);
        return get(principal, id);
    }

    @Override
    public Comment update(Principal principal, int id, Comment asked) {
        Comment now = get(principal, id);
        if (!CommentRules.mayEdit(principal, now.userId())) {
            throw Errors.forbidden();
        }
        if (now.productId() != asked.productId()) {
            throw Errors.conflict("comment-belongs-to-its-product", "A comment stays with its product");
        }
        CommentRules.check(asked);
        lockProduct(now.productId());
        tables.columns(TABLE)
                .set("rating", asked.rating())
                .set("comment", asked.comment())
                .set("date", Rows.at(clock.instant()))
                .update(id);
        rate(now.productId());
        return get(principal, id);
    }

    @Override
    public void delete(Principal principal, int id) {
        requireWritable(principal, id);
        int product = get(principal, id).productId();
        lockProduct(product);
        tables.delete(TABLE, id);
        rate(product);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        if (!CommentRules.mayDelete(principal, get(principal, id).userId())) {
            throw Errors.forbidden();
        }
    }

    private void requireProduct(Principal principal, int product) {
        Selection<Integer> seen =
                new Selection<>(tables.jdbc(), (row, index) -> row.getInt(1), "p.id", "cmw.product p");
        if (ProductSight.products(seen, principal)
                .where("p.id = :id", "id", product)
                .first()
                .isEmpty()) {
            throw Errors.unknownReference("product", "product/" + product);
        }
    }

    /** A subscription begins when it is there for the first time; what never was says nothing of the product. */
    private boolean hasHad(Principal who, int product) {
        return tables.jdbc()
                .sql("select exists (select from cmw.subscription where product_id = ? and start_date is not null"
                        + " and type <> 'SANDBOX'"
                        + " and (buyer_id = ? or buyer_company_id = ?))")
                .params(product, who.userId(), who.companyId() == null ? 0 : who.companyId())
                .query(Boolean.class)
                .single();
    }

    private boolean hasCommented(Principal who, int product) {
        return tables.jdbc()
                .sql("select exists (select from cmw.comment where product_id = ? and user_id = ?)")
                .params(product, who.userId())
                .query(Boolean.class)
                .single();
    }

    /** Two who rate side by side would each count without the other. */
    private void lockProduct(int product) {
        tables.jdbc()
                .sql("select id from cmw.product where id = ? for no key update")
                .param(product)
                .query(Integer.class)
                .single();
    }

    private void rate(int product) {
        tables.jdbc()
                .sql("update cmw.product set (rating, rating_count) = (select round(avg(rating), 2), count(rating)"
                        + " from cmw.comment where product_id = :product) where id = :product")
                .param("product", product)
                .update();
    }

    private Selection<Comment> seenBy(Principal who) {
        Selection<Comment> comments = new Selection<>(
                tables.jdbc(),
                (row, index) -> comment(row, who),
                "c.*, u.user_name, u.name as first_name, u.surname",
                FROM);
        return ProductSight.products(comments, who);
    }

    private static Comment comment(ResultSet row, Principal reader) throws SQLException {
        int author = row.getInt("user_id");
        boolean inFull = CommentRules.seesNames(reader, author);
        String name = row.getString("first_name");
        String surname = row.getString("surname");
        return new Comment(
                row.getInt("id"),
                row.getInt("product_id"),
                author,
                inFull ? row.getString("user_name") : null,
                inFull ? (name + " " + surname).strip() : CommentRules.shortened(name, surname),
                Rows.integer(row, "rating"),
                row.getString("comment"),
                Rows.instant(row, "date"),
                CommentRules.mayEdit(reader, author),
                CommentRules.mayDelete(reader, author));
    }
}
