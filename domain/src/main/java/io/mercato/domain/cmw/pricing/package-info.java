/** What things cost: prices of extra resources, proration, discounts, and the quote that estimate and order share. */
@NullMarked
package io.mercato.domain.cmw.pricing;

import org.jspecify.annotations.NullMarked;
