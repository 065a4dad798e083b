/** Files of products, companies and users. */
package io.mercato.platform.cmw.file;
