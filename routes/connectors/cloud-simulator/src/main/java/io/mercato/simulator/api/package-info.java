/** What the services of the API have in common. */
package io.mercato.simulator.api;
