package io.mercato.domain.cmw.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A shelf of the marketplace.
 *
 * @param id null until it is stored
 * @param slug its name in addresses; made of the name when null
 * @param productCount products on it that everybody can see
 */
public record Category(
        @Nullable Integer id, String name, @Nullable String slug, int weight, long productCount) {}
