/** Requests to the identity provider's administration, and what its answers mean. */
package io.mercato.processors.identity;
