/** Files of products, companies and users: tables {@code cmw.file}; their bytes are cassetto's. */
package io.mercato.processors.cmw.file;
