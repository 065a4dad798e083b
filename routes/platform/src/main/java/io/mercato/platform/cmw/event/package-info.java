/**
 * Events for vendors: due deliveries are claimed, posted side by side outside of any transaction, and settled. Events of
 * one entity reach one endpoint in order; an endpoint that fails is tried again until it succeeds.
 *
 * <p>Which endpoints are called: http and https only, no redirects, no answer read beyond its status. Vendors choose the
 * addresses, so a platform whose vendors are strangers sets {@code mercato.cmw.events.allow-private-addresses=false};
 * then the connection itself refuses loopback, link-local and private addresses, whatever a name resolves to.
 */
package io.mercato.platform.cmw.event;
