/** The REST face of files: of products, companies and users. */
package io.mercato.rest.cmw.file;
