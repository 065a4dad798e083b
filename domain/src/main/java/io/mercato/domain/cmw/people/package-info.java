/** Users and companies, and who may see and change them. */
@NullMarked
package io.mercato.domain.cmw.people;

import org.jspecify.annotations.NullMarked;
