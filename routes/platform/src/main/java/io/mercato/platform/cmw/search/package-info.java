/** Looking for products, beside the list of them. */
package io.mercato.platform.cmw.search;
