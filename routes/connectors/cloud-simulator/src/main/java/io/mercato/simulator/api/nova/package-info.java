/** Nova 2.1: servers, keys, attachments, limits. */
package io.mercato.simulator.api.nova;
