/** Subscriptions, their access, machines and deadlines. */
package io.mercato.processors.cmw.subscription;
