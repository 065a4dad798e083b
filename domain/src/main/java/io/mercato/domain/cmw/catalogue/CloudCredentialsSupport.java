package io.mercato.domain.cmw.catalogue;

/** Whose account at the cloud a product is deployed with. */
public enum CloudCredentialsSupport {
    /** The customer's own when he names one, else the platform's. */
    ENABLED,
    /** The customer's own only. */
    ENFORCED,
    /** The platform's only. */
    DISABLED
}
