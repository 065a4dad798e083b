package io.mercato.domain.cmw.catalogue;

/** How many subscriptions of one product somebody may have. */
public enum SubscriptionsPerProduct {
    ONE_PER_USER,
    ONE_PER_COMPANY,
    ONE_PER_COMPANY_GROUP,
    TRIAL,
    UNLIMITED
}
