package io.mercato.domain.cmw.catalogue.draft;

import org.jspecify.annotations.Nullable;

/** What somebody decides on a draft. @param reason what he says to its vendor; null when nothing */
public record Review(DraftEvent event, @Nullable String reason) {}
