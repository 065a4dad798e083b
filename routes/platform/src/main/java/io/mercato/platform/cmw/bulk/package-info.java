/** Tables that somebody sends, row by row. */
package io.mercato.platform.cmw.bulk;
