package io.mercato.processors.cmw.file;

import io.mercato.domain.cassetto.message.CassettoCommand;
import io.mercato.domain.cassetto.message.CassettoCommand.KeepObject;
import io.mercato.domain.cassetto.message.CassettoCommand.ReleaseObject;
import io.mercato.domain.cmw.file.FileAccess;
import io.mercato.domain.cmw.file.FileKind;
import io.mercato.domain.cmw.file.StoredFile;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.message.OutgoingMessage;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Localised;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.messaging.Outbox;
import io.mercato.processors.sql.Selection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Files of one kind. Cassetto hears in the same transaction who holds their contents. */
public class FileStore implements ResourceStore<StoredFile> {
    static final String TABLE = "cmw.file";
    /** Key of the queue on which cassetto hears who holds what. */
    public static final String COMMANDS = "queue.cassetto.commands";

    private static final Localised TEXTS = new Localised(TABLE, "title", "alt");

    private final FileKind kind;
    private final Tables tables;
    private final Outbox outbox;
    private final Logos logos;

    public FileStore(FileKind kind, Tables tables, Outbox outbox, Logos logos) {
        this.kind = kind;
        this.tables = tables;
        this.outbox = outbox;
        this.logos = logos;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<StoredFile> list(Principal principal, Filter filter, PageRequest page) {
        return seenBy(principal)
                .where("f.product_id = :product", "product", filter.integer("productId"))
                .where("lower(f.tag) = lower(:tag)", "tag", filter.text("tag"))
                .page(page, "f.weight desc, f.id");
    }

    @Override
    public StoredFile get(Principal principal, int id) {
        return seenBy(principal)
                .where("f.id = :id", "id", id)
                .first()
                .orElseThrow(() -> Errors.notFound(kind.resource(), id));
    }

    @Override
    public StoredFile create(Principal principal, StoredFile file) {
        FileAccess.requireUpload(principal, kind);
        int id = tables.columns(TABLE)
                .set("kind", kind)
                .set("owner_company_id", file.ownerCompanyId())
                .set("owner_user_id", file.ownerUserId())
                .set("digest", file.digest())
                .set("sha512", file.sha512())
                .set("name", file.name())
                .set("type", file.type())
                .set("size", file.size())
                .set("width", file.width())
                .set("height", file.height())
                .set("original_filename", file.originalFilename())
                .set("language", principal.language())
                .set("tag", file.tag())
                .set("weight", file.weight())
                .insert();
        say(id, new KeepObject(file.digest(), holder(id)));
        if (kind == FileKind.COMPANY_LOGO && file.ownerCompanyId() != null) {
            logos.stand(file.ownerCompanyId(), id);
        }
        return get(principal, id);
    }

    @Override
    public StoredFile update(Principal principal, int id, StoredFile asked) {
        requireWritable(principal, id);
        StoredFile now = get(principal, id);
        Integer owner = now.ownerCompanyId();
        if (kind.isOfProducts() && asked.productId() != null) {
            owner = FileAccess.ownerWithProduct(principal, now, logos.vendor(asked.productId()), asked.productId());
        }
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", asked.title());
        texts.put("alt", asked.alt());
        TEXTS.write(tables, id, principal.language(), texts);
        tables.columns(TABLE)
                .set("owner_company_id", owner)
                .set("product_id", kind.isOfProducts() ? asked.productId() : null)
                .set("tag", asked.tag())
                .set("weight", asked.weight())
                .update(id);
        if (kind.isOfProducts() && !now.standsAs(asked)) {
            Stream.of(now, asked).map(StoredFile::productId).distinct().forEach(logos::productChanged);
        }
        return get(principal, id);
    }

    @Override
    public void delete(Principal principal, int id) {
        requireWritable(principal, id);
        StoredFile file = get(principal, id);
        tables.delete(TABLE, id);
        say(id, new ReleaseObject(file.digest(), holder(id)));
        if (kind == FileKind.COMPANY_LOGO) {
            logos.fallBack(file.ownerCompanyId());
        } else {
            logos.productChanged(file.productId());
        }
    }

    /** What it stands with comes first, as it does when that itself is changed. */
    @Override
    public void lockAround(int id) {
        tables.jdbc()
                .sql("select from cmw.product where id = (select product_id from cmw.file where id = ?)"
                        + " for no key update")
                .param(id)
                .query((row, index) -> true)
                .list();
        tables.jdbc()
                .sql("select from cmw.company where logo_file_id = ? for no key update")
                .param(id)
                .query((row, index) -> true)
                .list();
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        if (!FileAccess.mayWrite(principal, get(principal, id))) {
            throw Errors.forbidden();
        }
    }

    Selection<StoredFile> seenBy(Principal principal) {
        return FileSight.of(files(principal), principal, kind);
    }

    /** Files of this kind whose content has this address, which whoever knows it may have. */
    Selection<StoredFile> open(Principal reader) {
        return files(reader).where("f.kind = :kind", "kind", kind.name()).where("not " + FileSight.IS_PRIVATE);
    }

    private Selection<StoredFile> files(Principal reader) {
        return tables.select(StoredFile.class, TEXTS.columns("f") + ", f.*", TABLE + " f")
                .with("language", reader.language());
    }

    private void say(int id, CassettoCommand command) {
        String about = holder(id);
        outbox.append(OutgoingMessage.now(COMMANDS, command.getClass().getSimpleName(), about, command));
    }

    /** By which name a file holds its content. */
    public static String holder(int id) {
        return "file/" + id;
    }
}
