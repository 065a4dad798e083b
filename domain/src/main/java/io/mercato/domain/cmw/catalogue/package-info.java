/** What is sold and where it runs: products, plans, categories, clouds, and who may see and change them. */
@NullMarked
package io.mercato.domain.cmw.catalogue;

import org.jspecify.annotations.NullMarked;
