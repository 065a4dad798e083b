package io.mercato.domain.cmw.event;

/** Whose endpoint an event goes to. */
public enum EventRecipient {
    /** The vendor's company. */
    COMPANY,
    /** The product. */
    PRODUCT,
    /** The platform's own integrations, named in its settings. */
    PLATFORM;

    /** Vendors' and products' endpoints are told of subscriptions only. */
    public boolean hearsOf(EventEntity entity) {
        return this == PLATFORM || entity == EventEntity.SUBSCRIPTION;
    }
}
