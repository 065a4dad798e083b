/** Subscriptions: what a customer has, where it may go, who may do what with it. */
@NullMarked
package io.mercato.domain.cmw.subscription;

import org.jspecify.annotations.NullMarked;
