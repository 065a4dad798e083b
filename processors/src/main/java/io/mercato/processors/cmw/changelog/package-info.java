/** The changelog. */
package io.mercato.processors.cmw.changelog;
