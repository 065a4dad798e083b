package io.mercato.domain.cmw.order;

/** Which part of an estimate is wanted, as the published client names it. */
public enum PropertyFilter {
    INCLUDED,
    EXCLUDED,
    ONLY
}
