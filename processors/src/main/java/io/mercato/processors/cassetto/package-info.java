/**
 * Single steps of cassetto: looks into files, keeps the record of contents, scales images. Queues {@code
 * cassetto.commands} and {@code cassetto.thumbnails}; tables of the schema {@code cassetto}.
 */
package io.mercato.processors.cassetto;
