/** Who calls: roles and the one principal of all ways in. */
@NullMarked
package io.mercato.domain.identity;

import org.jspecify.annotations.NullMarked;
