/** The API's port: routing, error shapes, ordered failures. */
package io.mercato.simulator.http;
