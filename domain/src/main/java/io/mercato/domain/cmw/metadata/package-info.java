/** What integrators keep at things. */
@NullMarked
package io.mercato.domain.cmw.metadata;

import org.jspecify.annotations.NullMarked;
