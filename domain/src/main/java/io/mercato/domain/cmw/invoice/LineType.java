package io.mercato.domain.cmw.invoice;

/** What a line of an invoice is for. */
public enum LineType {
    PRODUCT,
    SETUPFEE
}
