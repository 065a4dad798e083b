package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.CompanyKind;
import io.mercato.domain.cmw.people.Place;
import io.mercato.processors.cmw.Tables;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where companies stand in the channel. */
@Component
public class Places {
    private final Tables tables;

    public Places(Tables tables) {
        this.tables = tables;
    }

    /** Null for no company, and for one that does not exist. */
    public Place of(Integer company) {
        return company == null ? null : find(company).orElse(null);
    }

    /** What a company is; null for none. */
    public CompanyKind kindOf(Integer company) {
        Place place = of(company);
        return place == null ? null : place.kind();
    }

    private Optional<Place> find(int company) {
        return tables.select(
                        Place.class,
                        "c.id as company_id, c.kind, c.parent_id, p.parent_id as grandparent_id",
                        "cmw.company c left join cmw.company p on p.id = c.parent_id")
                .where("c.id = :id", "id", company)
                .first();
    }
}
