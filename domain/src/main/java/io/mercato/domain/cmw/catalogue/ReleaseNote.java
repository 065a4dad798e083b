package io.mercato.domain.cmw.catalogue;

import java.time.Instant;

/** What is new in a version of a product. @param version as the vendor calls it */
public record ReleaseNote(Instant date, String version, String text) {}
