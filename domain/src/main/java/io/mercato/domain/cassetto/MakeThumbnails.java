package io.mercato.domain.cassetto;

/** Cassetto to itself, on {@code cassetto.thumbnails}: make the smaller images of this content. */
public record MakeThumbnails(String digest) {}
