package io.mercato.processors.cmw.file;

import io.mercato.domain.cmw.file.FileAccess;
import io.mercato.domain.cmw.file.StoredFile;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.Tables;
import org.springframework.stereotype.Component;

/** Which of its logos stands with a company. */
@Component
public class CompanyLogos {
    private static final String FIELD = "logoFile";

    private final Tables tables;
    private final FileStore files;
    private final Logos logos;

    public CompanyLogos(Tables tables, FileStore companyLogoFileStore, Logos logos) {
        this.tables = tables;
        this.files = companyLogoFileStore;
        this.logos = logos;
    }

    /**
     * The caller, who may change the company, wants this logo to stand with it. REJECTED, naming the field, when it is not
     * one that he may give it.
     */
    public void give(Principal who, int company, int file) {
        StoredFile logo = files.seenBy(who)
                .where("f.id = :id", "id", file)
                .first()
                .filter(found -> FileAccess.mayGive(who, found, company))
                .orElseThrow(() -> Errors.unknownReference(FIELD, "companyLogoFile/" + file));
        if (!Integer.valueOf(company).equals(logo.ownerCompanyId())) {
            handOver(logo, company);
        }
        logos.stand(company, file);
    }

    private void handOver(StoredFile logo, int company) {
        tables.columns(FileStore.TABLE).set("owner_company_id", company).update(logo.id());
        tables.jdbc()
                .sql("update cmw.company set logo_file_id = null where logo_file_id = ?")
                .param(logo.id())
                .update();
        logos.fallBack(logo.ownerCompanyId());
    }
}
