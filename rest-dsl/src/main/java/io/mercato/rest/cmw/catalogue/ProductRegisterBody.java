package io.mercato.rest.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.RegisterEntry;
import java.time.Instant;
import java.util.Map;

/** {@code ProductRegisterEntry} of the contract. */
public record ProductRegisterBody(Instant date, String editor, Map<String, Map<String, String>> entry) {

    static ProductRegisterBody of(RegisterEntry entry) {
        return new ProductRegisterBody(entry.date(), entry.editor(), entry.entry());
    }
}
