/** The clock. */
package io.mercato.processors.time;
