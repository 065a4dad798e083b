/** The REST face of the core: what its resources have in common. */
package io.mercato.rest.cmw;
