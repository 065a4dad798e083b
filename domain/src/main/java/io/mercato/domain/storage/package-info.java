/**
 * What the platform asks of an object storage. Each connector offers {@code direct:storage-<name>-put} (body {@link
 * io.mercato.domain.storage.PutObject}), {@code -get} (body {@link io.mercato.domain.storage.GetObject}, answer an {@link java.io.InputStream} that the caller
 * closes), {@code -delete} (body a key; content when there is nothing), {@code -list} (body {@link
 * io.mercato.domain.storage.ListObjects}, answer a list of {@link io.mercato.domain.storage.StoredKey}) and {@code
 * -verify}. A storage that is away fails RETRYABLE; a key that has no object, with NOT_FOUND.
 */
@NullMarked
package io.mercato.domain.storage;

import org.jspecify.annotations.NullMarked;
