package io.mercato.domain.cmw.people;

/** What a company is to the marketplace. The platform and its vendors are known to everybody. */
public enum CompanyKind {
    PLATFORM("company"),
    VENDOR("company"),
    DISTRIBUTOR("distributor"),
    RESELLER("reseller"),
    CUSTOMER("userCompany");

    private final String resource;

    CompanyKind(String resource) {
        this.resource = resource;
    }

    /** The resource of the API that such companies are. */
    public String resource() {
        return resource;
    }
}
