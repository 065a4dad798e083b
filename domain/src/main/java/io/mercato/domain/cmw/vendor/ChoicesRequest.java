package io.mercato.domain.cmw.vendor;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to choose from.
 *
 * @param planId the plan that he is about to order
 * @param buyerId for whom; null for himself
 * @param credentialId his own account at a cloud
 * @param soFar what he has chosen for other parameters, by their ids
 */
public record ChoicesRequest(
        int planId, @Nullable Integer buyerId, @Nullable Integer credentialId, Map<Integer, String> soFar) {}
