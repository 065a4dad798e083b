/** What vendors want to change of published products and plans, until somebody has approved it. */
@NullMarked
package io.mercato.domain.cmw.catalogue.draft;

import org.jspecify.annotations.NullMarked;
