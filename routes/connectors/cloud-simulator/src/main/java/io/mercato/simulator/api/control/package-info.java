/** The simulator's own few calls: health, a look at the machines, ordered failures. */
package io.mercato.simulator.api.control;
