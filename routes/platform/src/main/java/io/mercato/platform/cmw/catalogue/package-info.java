/** Products, plans, categories, clouds: what can be read and written of them. */
package io.mercato.platform.cmw.catalogue;
