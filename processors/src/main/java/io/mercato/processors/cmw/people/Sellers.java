package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.CompanyKind;
import io.mercato.domain.cmw.people.Hierarchy;
import io.mercato.domain.error.Errors;
import io.mercato.domain.paging.Filter;
import io.mercato.processors.cmw.Tables;
import org.springframework.stereotype.Component;

/** The reseller whose shop somebody calls from, as the query names it: {@code ?reseller=}. */
@Component("sellers")
public class Sellers {
    private static final String KEY = "reseller";

    private final Tables tables;
    private final Places places;

    public Sellers(Tables tables, Places places) {
        this.tables = tables;
        this.places = places;
    }

    /**
     * @return its company, by its id ({@code 7}, {@code reseller/7} or {@code company/7}) or its slug; null when none is
     *     named. REJECTED for what is no reseller, or a blocked one
     */
    public Integer asked(Filter filter) {
        String name = filter.text(KEY);
        if (name == null) {
            return null;
        }
        String id = name.replaceFirst("^(company|reseller)/", "");
        boolean number = id.matches("\\d{1,9}");
        return tables.jdbc()
                .sql("select id from cmw.company where kind = ? and enabled and not deleted and "
                        + (number ? "id = cast(? as int)" : "slug = ?"))
                .params(CompanyKind.RESELLER.name(), id)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> Errors.unknownReference(KEY, name));
    }

    /** In whose name an e-mail to somebody of this company is: the seller's when it sells to him, else null. */
    Integer to(Integer company, Integer seller) {
        return seller != null && Hierarchy.buysFrom(places.of(company), seller) ? seller : null;
    }
}
