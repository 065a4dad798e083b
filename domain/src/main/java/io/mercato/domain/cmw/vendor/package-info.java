/** What vendors want to know of a customer when he orders, and what the platform asks of vendors while he waits. */
@NullMarked
package io.mercato.domain.cmw.vendor;

import org.jspecify.annotations.NullMarked;
