package io.mercato.processors.cmw.file;

import io.mercato.domain.cassetto.message.ObjectRequest;
import io.mercato.domain.cassetto.message.ObjectUse;
import io.mercato.domain.cassetto.message.StoredObject;
import io.mercato.domain.cmw.file.FileAccess;
import io.mercato.domain.cmw.file.FileKind;
import io.mercato.domain.cmw.file.StoredFile;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.transfer.Wanted;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What goes before and after cassetto's work: who may send a file, what becomes of it, who may have its bytes. */
@Component("fileDesk")
public class FileDesk {
    private static final int LONGEST_TAG = 125;
    private static final int WIDEST = 10_000;

    private final Map<FileKind, FileStore> stores = new EnumMap<>(FileKind.class);

    FileDesk(
            FileStore productImageFileStore,
            FileStore fileStore,
            FileStore companyLogoFileStore,
            FileStore publicUserFileStore) {
        stores.put(FileKind.PRODUCT_IMAGE, productImageFileStore);
        stores.put(FileKind.PRODUCT_FILE, fileStore);
        stores.put(FileKind.COMPANY_LOGO, companyLogoFileStore);
        stores.put(FileKind.USER_FILE, publicUserFileStore);
    }

    /** Before the bytes go anywhere: may he, and does the rest of the call make sense? Answers what they must be fit for. */
    public ObjectUse admit(Principal principal, FileKind kind, Filter filter) {
        FileAccess.requireUpload(principal, kind);
        tag(filter);
        filter.integer("weight");
        return kind.use();
    }

    public StoredFile create(Principal principal, FileKind kind, Filter filter, StoredObject object) {
        Integer weight = filter.integer("weight");
        StoredFile file = StoredFile.uploaded(
                kind,
                FileAccess.owner(principal, kind),
                principal.userId(),
                object,
                tag(filter),
                weight == null ? 0 : weight);
        return stores.get(kind).create(principal, file);
    }

    /** The bytes of a file that the caller sees. */
    public ObjectRequest byId(Principal principal, FileKind kind, int id, Filter filter, Wanted wanted) {
        StoredFile file = stores.get(kind).get(principal, id);
        return request(file, !kind.isOfProducts(), filter, wanted);
    }

    /** The bytes of an address that names them: everybody's, unless all files with these bytes are private. */
    public ObjectRequest byName(
            Principal principal, FileKind kind, Map<String, String> path, Filter filter, Wanted wanted) {
        String name = path.get("name");
        FileStore store = stores.get(kind);
        Optional<StoredFile> open =
                store.open(principal).where("f.name = :name", "name", name).first();
        StoredFile file = open.or(() -> store.seenBy(principal)
                        .where("f.name = :name", "name", name)
                        .first())
                .orElseThrow(() -> Errors.notFound(kind.resource(), name));
        return request(file, open.isPresent(), filter, wanted);
    }

    private static ObjectRequest request(StoredFile file, boolean open, Filter filter, Wanted wanted) {
        Integer width = filter.integer("width");
        if (width != null && (width < 1 || width > WIDEST)) {
            throw Errors.invalidField("width", "must be between 1 and " + WIDEST);
        }
        return new ObjectRequest(file.digest(), file.originalFilename(), open, width, wanted);
    }

    private static String tag(Filter filter) {
        String tag = filter.text("tag");
        if (tag != null && tag.length() > LONGEST_TAG) {
            throw Errors.invalidField("tag", "size must be between 0 and " + LONGEST_TAG);
        }
        return tag;
    }
}
