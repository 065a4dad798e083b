/** Cinder v3: volumes. */
package io.mercato.simulator.api.cinder;
