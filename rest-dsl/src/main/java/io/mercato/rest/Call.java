package io.mercato.rest;

import io.mercato.domain.identity.Principal;
import java.util.Map;

/**
 * What a translator may want to know of the call besides its body.
 *
 * @param path values of the path's variables
 * @param query the query's values
 */
public record Call(Principal principal, Map<String, String> path, Map<String, String> query) {}
