package io.mercato.domain.cmw.file;

import io.mercato.domain.cassetto.message.ObjectUse;

/** What a file is to the marketplace, and under which resource it stands. */
public enum FileKind {
    PRODUCT_IMAGE("productImageFile", ObjectUse.PRODUCT_IMAGE, true),
    PRODUCT_FILE("file", ObjectUse.PRODUCT_FILE, true),
    COMPANY_LOGO("companyLogoFile", ObjectUse.COMPANY_LOGO, false),
    USER_FILE("publicUserFile", ObjectUse.USER_FILE, false);

    private final String resource;
    private final ObjectUse use;
    private final boolean ofProducts;

    FileKind(String resource, ObjectUse use, boolean ofProducts) {
        this.resource = resource;
        this.use = use;
        this.ofProducts = ofProducts;
    }

    /** Its name in the API. */
    public String resource() {
        return resource;
    }

    /** What its bytes must be fit for. */
    public ObjectUse use() {
        return use;
    }

    /** Whether it may belong to a product. */
    public boolean isOfProducts() {
        return ofProducts;
    }
}
