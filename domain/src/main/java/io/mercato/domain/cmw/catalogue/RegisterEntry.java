package io.mercato.domain.cmw.catalogue;

import java.time.Instant;
import java.util.Map;

/**
 * What somebody did to a product or to one of its plans.
 *
 * @param editor his name
 * @param entry by field, that of a plan as {@code productVersion/7.price}: {@code old} and {@code new}
 */
public record RegisterEntry(Instant date, String editor, Map<String, Map<String, String>> entry) {}
