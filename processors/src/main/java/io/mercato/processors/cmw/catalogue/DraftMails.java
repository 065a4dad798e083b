package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.draft.Draft;
import io.mercato.domain.cmw.catalogue.draft.DraftChange;
import io.mercato.domain.cmw.catalogue.draft.DraftEffect;
import io.mercato.domain.notifier.ProductEmail;
import io.mercato.domain.notifier.ResourcePage;
import io.mercato.processors.cmw.mail.Correspondents;
import io.mercato.processors.cmw.mail.Correspondents.Correspondent;
import io.mercato.processors.cmw.mail.Mailbox;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** E-mails about drafts (behaviour §9): to the staff, and to the vendor. */
@Component
public class DraftMails {
    private final Mailbox mailbox;
    private final Correspondents correspondents;

    public DraftMails(Mailbox mailbox, Correspondents correspondents) {
        this.mailbox = mailbox;
        this.correspondents = correspondents;
    }

    /** @param effects what is to be told of the draft; others are somebody else's */
    void tell(Product product, Draft draft, List<DraftEffect> effects) {
        for (DraftEffect effect : effects) {
            switch (effect) {
                case TELL_REQUESTED -> requested(product, draft);
                case TELL_APPROVED ->
                    toVendor(
                            product,
                            new ProductEmail.Approved(
                                    product.name(), draft.reason(), correspondents.page("product", product.id())));
                case TELL_REJECTED ->
                    toVendor(product, new ProductEmail.Rejected(product.name(), draft.reason(), page(product)));
                case PUBLISH -> {}
            }
        }
    }

    private void requested(Product product, Draft draft) {
        String fields =
                draft.changes().stream().map(DraftChange::field).distinct().collect(Collectors.joining(", "));
        mailbox.send(
                new ProductEmail.ApprovalRequested(
                        product.name(), vendor(product).recipient().name(), fields, page(product)),
                correspondents.staff(),
                "product/" + product.id());
    }

    private void toVendor(Product product, ProductEmail email) {
        mailbox.send(email, vendor(product), "product/" + product.id());
    }

    private Correspondent vendor(Product product) {
        return correspondents.company(product.companyId());
    }

    private ResourcePage page(Product product) {
        return correspondents.page("product", product.id(), "/draft");
    }
}
