/** Calls of vendors' addresses while a customer waits; tables: none of its own. */
package io.mercato.processors.cmw.vendor;
