package io.mercato.processors.cmw.file;

import io.mercato.domain.cmw.file.FileAccess;
import io.mercato.domain.cmw.file.FileKind;
import io.mercato.domain.cmw.file.FileOrder;
import io.mercato.domain.cmw.file.FileReference;
import io.mercato.domain.cmw.file.StoredFile;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The images and files that a product shows, as a list. */
@Component
public class ProductFiles {
    private final Tables tables;
    private final Map<FileKind, FileStore> stores;
    private final Logos logos;

    public ProductFiles(Tables tables, FileStore productImageFileStore, FileStore fileStore, Logos logos) {
        this.tables = tables;
        this.stores = Map.of(FileKind.PRODUCT_IMAGE, productImageFileStore, FileKind.PRODUCT_FILE, fileStore);
        this.logos = logos;
    }

    /**
     * The caller, who may change the product, wants it to show these files in this order. What is not among them is taken
     * away from it, and stays. REJECTED, naming the item, for a file that he may not give it.
     *
     * @param company the product's
     * @param asked null to leave them as they are
     */
    public void replace(Principal who, int product, int company, List<FileReference> asked) {
        if (asked == null) {
            return;
        }
        Map<FileReference, StoredFile> now = shown(who, product);
        List<StoredFile> files = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            FileReference file = asked.get(i);
            files.add(now.containsKey(file) ? now.get(file) : taken(who, company, file, "files[" + i + "]"));
        }
        now.keySet().removeAll(asked);
        now.values().forEach(file -> write(file, file.ownerCompanyId(), null, file.weight()));
        if (arrange(product, company, files) || !now.isEmpty()) {
            logos.productChanged(product);
        }
    }

    /** A product that is another company's takes its files along. */
    public void handOver(int product, int company) {
        tables.jdbc()
                .sql("update cmw.file set owner_company_id = :company, revision = revision + 1"
                        + " where product_id = :product and owner_company_id is distinct from :company")
                .param("product", product)
                .param("company", company)
                .update();
    }

    private Map<FileReference, StoredFile> shown(Principal who, int product) {
        return stores.values().stream()
                .flatMap(store ->
                        store.seenBy(who).where("f.product_id = :product", "product", product).list("f.id").stream())
                .collect(Collectors.toMap(StoredFile::reference, file -> file, (one, other) -> one, HashMap::new));
    }

    private StoredFile taken(Principal who, int company, FileReference reference, String field) {
        return stores.get(reference.kind())
                .seenBy(who)
                .where("f.id = :id", "id", reference.id())
                .first()
                .filter(file -> FileAccess.mayGive(who, file, company))
                .orElseThrow(() -> Errors.unknownReference(field, reference));
    }

    private boolean arrange(int product, int company, List<StoredFile> files) {
        List<Integer> weights = FileOrder.weights(files.stream()
                .map(file -> new FileOrder.Place(file.id(), file.weight()))
                .toList());
        boolean changed = false;
        for (int i = 0; i < files.size(); i++) {
            StoredFile file = files.get(i);
            boolean here = Integer.valueOf(product).equals(file.productId());
            if (!here || file.weight() != weights.get(i)) {
                write(file, here ? file.ownerCompanyId() : Integer.valueOf(company), product, weights.get(i));
                if (!here) {
                    logos.productChanged(file.productId());
                }
                changed = true;
            }
        }
        return changed;
    }

    private void write(StoredFile file, Integer owner, Integer product, int weight) {
        tables.columns(FileStore.TABLE)
                .set("owner_company_id", owner)
                .set("product_id", product)
                .set("weight", weight)
                .update(file.id());
    }
}
