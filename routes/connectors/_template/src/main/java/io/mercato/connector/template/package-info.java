/** A connector to a ticket system, to be copied: opens a ticket there, once, however often it is asked to. */
@NullMarked
package io.mercato.connector.template;

import org.jspecify.annotations.NullMarked;
