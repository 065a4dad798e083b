package io.mercato.domain.cmw.people;

/** What a company is to the marketplace. The platform and its vendors are known to everybody. */
public enum CompanyKind {
    PLATFORM,
    VENDOR,
    DISTRIBUTOR,
    RESELLER,
    CUSTOMER
}
