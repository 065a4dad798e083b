/**
 * Products are found here: by words, filters and facets, over the table {@code cmw.product_search}, which triggers keep up
 * to date. What a found product is like stands in {@code catalogue}.
 */
package io.mercato.processors.cmw.search;
