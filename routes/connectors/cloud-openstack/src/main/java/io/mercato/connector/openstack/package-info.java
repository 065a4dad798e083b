/**
 * The connector to OpenStack: the routes {@code direct:cloud-openstack-*} of {@link
 * io.mercato.domain.cloud.CloudOperation}. Nova and Neutron are spoken to through jclouds, what jclouds has no words for
 * (Cinder, Glance, faults, kinds of addresses, diagnostics) over HTTP. It has no queue and no table of its own: what it
 * has made is found again in the cloud, by name and by metadata.
 */
@NullMarked
package io.mercato.connector.openstack;

import org.jspecify.annotations.NullMarked;
