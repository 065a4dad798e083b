/** Stores of the core. */
package io.mercato.processors.cmw;
