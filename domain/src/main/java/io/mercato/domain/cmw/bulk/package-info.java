/** Many things changed at once, by a table: each row for itself. */
@NullMarked
package io.mercato.domain.cmw.bulk;

import org.jspecify.annotations.NullMarked;
