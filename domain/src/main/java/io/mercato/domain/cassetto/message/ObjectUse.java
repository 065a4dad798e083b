package io.mercato.domain.cassetto.message;

/** What a file is meant for; decides which types and sizes are taken. */
public enum ObjectUse {
    /** Logo or screenshot of a product. */
    PRODUCT_IMAGE,
    /** Manual, price list or the like of a product. */
    PRODUCT_FILE,
    COMPANY_LOGO,
    /** Something that a user shows to everybody. */
    USER_FILE
}
