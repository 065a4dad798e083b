/** What the core knows: catalogue, people, orders, subscriptions, invoices. */
@NullMarked
package io.mercato.domain.cmw;

import org.jspecify.annotations.NullMarked;
