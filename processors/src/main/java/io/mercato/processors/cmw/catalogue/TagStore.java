package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.ProductTag;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Tables;
import org.springframework.stereotype.Component;

/** The words that products are marked with. */
@Component("tagStore")
public class TagStore {
    private final Tables tables;

    public TagStore(Tables tables) {
        this.tables = tables;
    }

    /** Those of products that everybody sees; what is on most products is first. */
    public Page<ProductTag> list(PageRequest page) {
        String tags = "(select t.tag, count(*) as product_count from cmw.product p"
                + " cross join lateral (select distinct jsonb_array_elements_text(p.tags) as tag) t"
                + " where not p.silent and " + ProductSight.IS_PUBLISHED + " group by t.tag) t";
        return tables.select(ProductTag.class, "t.*", tags).page(page, "t.product_count desc, t.tag");
    }
}
