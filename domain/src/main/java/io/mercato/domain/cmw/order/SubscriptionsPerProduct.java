package io.mercato.domain.cmw.order;

/** How many subscriptions of a product somebody may have. */
public enum SubscriptionsPerProduct {
    ONE_PER_USER,
    ONE_PER_COMPANY,
    ONE_PER_COMPANY_GROUP,
    TRIAL,
    UNLIMITED
}
