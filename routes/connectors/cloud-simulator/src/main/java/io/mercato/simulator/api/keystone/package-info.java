/** Keystone v3: users, projects, tokens, the catalogue. */
package io.mercato.simulator.api.keystone;
