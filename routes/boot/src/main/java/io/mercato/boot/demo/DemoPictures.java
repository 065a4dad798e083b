package io.mercato.boot.demo;

import io.mercato.domain.cassetto.message.StoredObject;
import io.mercato.domain.cmw.file.FileKind;
import io.mercato.domain.cmw.file.StoredFile;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.file.FileStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which of the demo's products and companies have no pictures yet, and what becomes of those that are stored. */
@Component
class DemoPictures {
    private static final String BARE = """
            select true as is_product, p.id, p.company_id, p.name, p.logo from cmw.product p
             where p.logo like '/logos/%' and not p.deleted
             union all
            select false, c.id, c.id, c.name, c.logo from cmw.company c
             where c.logo like '/logos/%' and not c.deleted
             order by 1, 2
            """;

    private final Tables tables;
    private final FileStore images;
    private final FileStore logos;

    DemoPictures(Tables tables, FileStore productImageFileStore, FileStore companyLogoFileStore) {
        this.tables = tables;
        this.images = productImageFileStore;
        this.logos = companyLogoFileStore;
    }

    /** @param logo where its drawing lies */
    record Bare(boolean isProduct, int id, int companyId, String name, String logo) {

        /** Its name in file names. */
        String key() {
            return logo.substring(logo.lastIndexOf('/') + 1).replaceFirst("\\.svg$", "");
        }

        FileKind kind() {
            return isProduct ? FileKind.PRODUCT_IMAGE : FileKind.COMPANY_LOGO;
        }
    }

    List<Bare> bare() {
        return tables.jdbc()
                .sql(BARE)
                .query((row, index) -> new Bare(
                        row.getBoolean("is_product"),
                        row.getInt("id"),
                        row.getInt("company_id"),
                        row.getString("name"),
                        row.getString("logo")))
                .list();
    }

    /** Its pictures, the logo first, stand with it from now on; unless they do so already. */
    void show(Bare thing, List<StoredObject> pictures) {
        if (!isBare(thing)) {
            return;
        }
        Principal administrator = administrator();
        if (!thing.isProduct()) {
            logos.create(administrator, uploaded(thing, administrator, pictures.get(0), null));
            return;
        }
        for (int i = 0; i < pictures.size(); i++) {
            String tag = i == 0 ? StoredFile.LOGO : "screenshot";
            StoredFile file = images.create(administrator, uploaded(thing, administrator, pictures.get(i), tag));
            String alt = i == 0 ? "Logo of " + thing.name() : thing.name() + ", view " + i;
            images.update(
                    administrator,
                    file.id(),
                    StoredFile.described(thing.id(), thing.name(), alt, tag, pictures.size() - i));
        }
    }

    private static StoredFile uploaded(Bare thing, Principal by, StoredObject picture, String tag) {
        return StoredFile.uploaded(thing.kind(), thing.companyId(), by.userId(), picture, tag, 0);
    }

    /** Of two platforms on one database, the second one waits and finds it done. */
    private boolean isBare(Bare thing) {
        String table = thing.isProduct() ? "cmw.product" : "cmw.company";
        return tables.jdbc()
                .sql("select logo from " + table + " where id = ? and logo like '/logos/%' for no key update")
                .param(thing.id())
                .query(String.class)
                .optional()
                .isPresent();
    }

    private Principal administrator() {
        return tables.jdbc()
                .sql("select id, user_name, email, role, company_id from cmw.\"user\""
                        + " where role in ('ADMIN', 'SUPERADMIN') and not deleted order by id limit 1")
                .query((row, index) -> new Principal(
                        row.getInt("id"),
                        row.getString("user_name"),
                        row.getString("email"),
                        "",
                        "en",
                        Role.valueOf(row.getString("role")),
                        row.getInt("company_id"),
                        null))
                .single();
    }
}
