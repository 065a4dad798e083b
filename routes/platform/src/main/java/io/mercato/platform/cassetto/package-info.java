/**
 * Keeps files on an object storage: takes them in, hands them out, makes smaller images, removes what nobody holds. Queues
 * {@code cassetto.commands} and {@code cassetto.thumbnails}; schema {@code cassetto}.
 */
package io.mercato.platform.cassetto;
