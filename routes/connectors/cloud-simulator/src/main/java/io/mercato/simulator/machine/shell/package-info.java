/** The machines' built-in shell. No program of the host is ever run. */
package io.mercato.simulator.machine.shell;
