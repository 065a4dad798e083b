package io.mercato.processors.cmw.file;

import io.mercato.processors.cmw.Tables;
import org.springframework.stereotype.Component;

/** What stands with a product and with a company follows the files that there are. */
@Component("fileLogos")
public class Logos {
    private static final String OF_PRODUCT = """
            update cmw.product p
               set logo = case when n.logo is not null or p.logo like '/api/productImageFile/%' then n.logo else p.logo end,
                   revision = p.revision + 1
            from (select (select '/api/productImageFile/static/' || f.name from cmw.file f
                           where f.product_id = :id and f.kind = 'PRODUCT_IMAGE' and lower(f.tag) = 'logo'
                           order by f.weight desc, f.id desc limit 1) as logo) n
            where p.id = :id
            """;
    private static final String OF_COMPANY = """
            update cmw.company c
               set logo_file_id = :file, logo = '/api/companyLogoFile/' || :file || '/static', revision = c.revision + 1
             where c.id = :id
            """;
    private static final String NEWEST = """
            update cmw.company c
               set logo_file_id = n.file, logo = '/api/companyLogoFile/' || n.file || '/static', revision = c.revision + 1
              from (select (select max(f.id) from cmw.file f
                             where f.owner_company_id = :id and f.kind = 'COMPANY_LOGO') as file) n
             where c.id = :id and c.logo_file_id is null
               and (n.file is not null or c.logo like '/api/companyLogoFile/%')
            """;

    private final Tables tables;

    public Logos(Tables tables) {
        this.tables = tables;
    }

    /** A product has other files than before, or sees them otherwise: its logo follows, and its revision. */
    void productChanged(Integer product) {
        if (product != null) {
            tables.jdbc().sql(OF_PRODUCT).param("id", product).update();
        }
    }

    /** This file stands with the company from now on. */
    void stand(int company, int file) {
        tables.jdbc().sql(OF_COMPANY).param("id", company).param("file", file).update();
    }

    /** The newest logo stands with a company that has lost the one that did. */
    void fallBack(Integer company) {
        if (company != null) {
            tables.jdbc().sql(NEWEST).param("id", company).update();
        }
    }

    /** The company that sells a product; null when there is no such product. */
    Integer vendor(int product) {
        return tables.jdbc()
                .sql("select company_id from cmw.product where id = ? and not deleted")
                .param(product)
                .query(Integer.class)
                .optional()
                .orElse(null);
    }
}
