package io.mercato.processors.cmw.file;

import io.mercato.domain.cmw.file.FileKind;
import io.mercato.processors.cmw.Tables;
import org.springframework.stereotype.Component;

/** The path of the logo that stands with a product and with a company follows the files that there are. */
@Component("fileLogos")
class Logos {
    private static final String OF_PRODUCT = """
            update cmw.product p set logo = n.logo, revision = p.revision + 1
            from (select (select '/api/productImageFile/static/' || f.name from cmw.file f
                           where f.product_id = :id and f.kind = 'PRODUCT_IMAGE' and lower(f.tag) = 'logo'
                           order by f.weight desc, f.id desc limit 1) as logo) n
            where p.id = :id and p.logo is distinct from n.logo
              and (n.logo is not null or p.logo like '/api/productImageFile/%')
            """;
    private static final String OF_COMPANY = """
            update cmw.company c set logo = n.logo, revision = c.revision + 1
            from (select (select '/api/companyLogoFile/' || f.id || '/static' from cmw.file f
                           where f.owner_company_id = :id and f.kind = 'COMPANY_LOGO'
                           order by f.id desc limit 1) as logo) n
            where c.id = :id and c.logo is distinct from n.logo
              and (n.logo is not null or c.logo like '/api/companyLogoFile/%')
            """;

    private final Tables tables;

    Logos(Tables tables) {
        this.tables = tables;
    }

    /** Files of this kind of the product or the company have come, gone or changed. */
    void changed(FileKind kind, Integer product, Integer company) {
        if (kind == FileKind.PRODUCT_IMAGE && product != null) {
            tables.jdbc().sql(OF_PRODUCT).param("id", product).update();
        } else if (kind == FileKind.COMPANY_LOGO && company != null) {
            tables.jdbc().sql(OF_COMPANY).param("id", company).update();
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
