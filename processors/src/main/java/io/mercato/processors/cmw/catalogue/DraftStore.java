package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.draft.Draft;
import io.mercato.domain.cmw.catalogue.draft.DraftChange;
import io.mercato.domain.cmw.catalogue.draft.DraftState;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.sql.Rows;
import io.mercato.processors.sql.Selection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts of products and plans. Of each there is one at most that is open. */
@Component
public class DraftStore {
    /** Condition on table alias {@code d}. */
    static final String IS_OPEN = "d.state in ('REQUESTED', 'REJECTED')";

    private static final String FROM = "cmw.product_draft d join cmw.product p on p.id = d.product_id"
            + " left join cmw.product_version v on v.id = d.plan_id";

    private final Tables tables;
    private final JdbcClient jdbc;
    private final Clock clock;

    public DraftStore(Tables tables, Clock clock) {
        this.tables = tables;
        this.jdbc = tables.jdbc();
        this.clock = clock;
    }

    /** Those of products, or those of plans, that the reader may see; who has waited longest is first. */
    Page<Draft> list(Principal who, boolean ofPlans, PageRequest page) {
        return ProductSight.inside(select(), who)
                .where(ofPlans ? "d.plan_id is not null and not v.deleted" : "d.plan_id is null")
                .where("not p.deleted")
                .page(page, "d.requested_at, d.id");
    }

    /** The open one of the product itself, or of a plan of it. */
    Optional<Draft> open(int product, Integer plan) {
        return select().where("d.product_id = :product", "product", product)
                .where("coalesce(d.plan_id, 0) = :plan", "plan", plan == null ? 0 : plan)
                .first();
    }

    /** The open ones of the product and of its plans, the product's first. */
    List<Draft> openOfAll(int product) {
        return select().where("d.product_id = :product", "product", product)
                .page(PageRequest.export(), "d.plan_id nulls first")
                .items();
    }

    void insert(int product, Integer plan, DraftState state, List<DraftChange> changes, Principal author) {
        tables.columns("cmw.product_draft")
                .set("product_id", product)
                .set("plan_id", plan)
                .set("state", state)
                .setJson("changes", changes)
                .set("author_id", author.userId() == 0 ? null : author.userId())
                .set("author", author.author())
                .set("requested_at", Rows.at(clock.instant()))
                .insert();
    }

    void edit(Draft draft, DraftState state, List<DraftChange> changes, Principal author) {
        jdbc.sql("update cmw.product_draft set state = :state, changes = cast(:changes as jsonb), author = :author,"
                        + " author_id = nullif(:author_id, 0), reviewer = null, reason = null, decided_at = null,"
                        + " requested_at = case when state = :state then requested_at else :now end where id = :id")
                .param("state", state.name())
                .param("changes", tables.json().write(changes))
                .param("author", author.author())
                .param("author_id", author.userId())
                .param("now", Rows.at(clock.instant()))
                .param("id", draft.id())
                .update();
    }

    /** @param reason null when none is given */
    void decide(Draft draft, DraftState state, Principal by, String reason) {
        jdbc.sql("update cmw.product_draft set state = ?, reviewer = ?, reason = ?, decided_at = ? where id = ?")
                .params(state.name(), by.author(), reason, Rows.at(clock.instant()), draft.id())
                .update();
    }

    private Selection<Draft> select() {
        return tables.select(Draft.class, "d.*", FROM).where(IS_OPEN);
    }
}
