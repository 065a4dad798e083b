package io.mercato.domain.cmw.catalogue;

/** Whom a product is for: companies, or everybody. */
public enum ProductDestination {
    B2B,
    B2C
}
