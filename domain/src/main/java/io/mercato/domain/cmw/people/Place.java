package io.mercato.domain.cmw.people;

import org.jspecify.annotations.Nullable;

/**
 * Where a company stands in the channel: platform, distributor, reseller, customer.
 *
 * @param parentId the company that it belongs to; null for one that belongs to the platform itself
 * @param grandparentId the company that its parent belongs to
 */
public record Place(
        int companyId,
        CompanyKind kind,
        @Nullable Integer parentId,
        @Nullable Integer grandparentId) {}
