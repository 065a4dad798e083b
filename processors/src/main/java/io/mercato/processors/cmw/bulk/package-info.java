/** Tables of users that somebody sends: {@code cmw.bulk_import}, {@code cmw.bulk_row}. */
package io.mercato.processors.cmw.bulk;
