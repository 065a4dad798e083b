/** The simulated cloud: a program that speaks OpenStack's API, with machines on this host behind it. */
package io.mercato.simulator;
