/** The REST face of tables that change many things at once. */
package io.mercato.rest.cmw.bulk;
