/** Pages of lists. */
@NullMarked
package io.mercato.domain.paging;

import org.jspecify.annotations.NullMarked;
