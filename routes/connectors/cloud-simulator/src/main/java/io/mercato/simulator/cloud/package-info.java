/** What the cloud does over time: servers, volumes, networks and their life, whatever API asks for it. */
package io.mercato.simulator.cloud;
