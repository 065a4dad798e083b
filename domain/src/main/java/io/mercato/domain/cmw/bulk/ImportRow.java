package io.mercato.domain.cmw.bulk;

/** A row is to be dealt with, on {@code cmw.bulk-rows}, in the order of its import. */
public record ImportRow(String requestId, int line) {}
