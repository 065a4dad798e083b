/** The application that a machine can run: a login and notes on its data disk. */
package io.mercato.simulator.machine.application;
