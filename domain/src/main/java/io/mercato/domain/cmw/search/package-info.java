/** Looking for products: what is typed, and how the found ones are counted. */
@NullMarked
package io.mercato.domain.cmw.search;

import org.jspecify.annotations.NullMarked;
