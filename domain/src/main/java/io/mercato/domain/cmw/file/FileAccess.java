package io.mercato.domain.cmw.file;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import org.jspecify.annotations.Nullable;

/** Who may send, change and remove files. What he sees of them is a matter of the products that he sees. */
public final class FileAccess {

    private FileAccess() {}

    /** Throws FORBIDDEN, or says what is missing, unless the caller may send a file of this kind. */
    public static void requireUpload(Principal who, FileKind kind) {
        boolean person = who.userId() != 0;
        boolean may = switch (kind) {
            case PRODUCT_IMAGE, PRODUCT_FILE ->
                who.role() == Role.VENDOR || who.role().isAdministrator();
            case COMPANY_LOGO, USER_FILE -> !who.isAnonymous();
        };
        if (!may || !person) {
            throw Errors.forbidden();
        }
        if (kind == FileKind.COMPANY_LOGO && who.companyId() == null) {
            throw Errors.rejected("no-company", "You belong to no company that could have a logo");
        }
    }

    /** The company that a new file belongs to. */
    public static @Nullable Integer owner(Principal who, FileKind kind) {
        return kind == FileKind.USER_FILE ? null : who.companyId();
    }

    /** Whether the caller may change what is said about a file, and remove it. */
    public static boolean mayWrite(Principal who, StoredFile file) {
        if (who.role().isAdministrator()) {
            return true;
        }
        return switch (file.kind()) {
            case PRODUCT_IMAGE, PRODUCT_FILE -> who.role() == Role.VENDOR && who.belongsTo(file.ownerCompanyId());
            case COMPANY_LOGO -> who.belongsTo(file.ownerCompanyId());
            case USER_FILE -> who.userId() != 0 && Integer.valueOf(who.userId()).equals(file.ownerUserId());
        };
    }

    /**
     * Whether a file may stand with a company or one of its products, which the caller may change: it is the company's, or
     * an administrator gives what is nobody's yet or what he has sent himself.
     */
    public static boolean mayGive(Principal who, StoredFile file, int company) {
        boolean own = file.ownerCompanyId() == null
                || who.userId() != 0 && Integer.valueOf(who.userId()).equals(file.ownerUserId());
        return Integer.valueOf(company).equals(file.ownerCompanyId())
                || who.role().isAdministrator() && own;
    }

    /** The company that a file belongs to once it is shown with a product: the product's. */
    public static int ownerWithProduct(Principal who, StoredFile file, @Nullable Integer productCompany, int product) {
        if (productCompany == null || !mayGive(who, file, productCompany)) {
            throw Errors.unknownReference("product", "product/" + product);
        }
        return productCompany;
    }
}
