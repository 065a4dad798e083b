/** Who changed what, and when. */
@NullMarked
package io.mercato.domain.cmw.changelog;

import org.jspecify.annotations.NullMarked;
