/** The machines' node exporter. */
package io.mercato.simulator.machine.exporter;
