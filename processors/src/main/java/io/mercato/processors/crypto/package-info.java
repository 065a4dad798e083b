/** Secrets at rest. */
package io.mercato.processors.crypto;
