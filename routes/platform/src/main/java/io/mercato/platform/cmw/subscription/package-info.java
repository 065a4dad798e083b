/** Subscriptions: what customers ask, what the deployer and vendors report, what time brings. */
package io.mercato.platform.cmw.subscription;
