/** Asks vendors while a customer waits: no queue, no table; nothing of it runs inside a database transaction. */
package io.mercato.platform.cmw.vendor;
