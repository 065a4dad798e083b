/** Neutron v2.0: networks, ports, security groups, floating addresses. */
package io.mercato.simulator.api.neutron;
