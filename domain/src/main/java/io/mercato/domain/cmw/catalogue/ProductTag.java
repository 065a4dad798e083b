package io.mercato.domain.cmw.catalogue;

/** A word that products are marked with. @param productCount products with it that everybody can see */
public record ProductTag(String tag, long productCount) {}
