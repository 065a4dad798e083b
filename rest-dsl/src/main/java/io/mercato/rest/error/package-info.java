/** The bodies of errors. */
package io.mercato.rest.error;
