/** Glance v2: images. */
package io.mercato.simulator.api.glance;
