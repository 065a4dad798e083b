/** What the cloud knows, durable in one journal. */
package io.mercato.simulator.state;
