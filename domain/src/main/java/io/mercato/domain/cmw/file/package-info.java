/** Files of products, companies and users: what they are to the marketplace, and who may do what with them. */
@NullMarked
package io.mercato.domain.cmw.file;

import org.jspecify.annotations.NullMarked;
