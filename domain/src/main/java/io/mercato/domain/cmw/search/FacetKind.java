package io.mercato.domain.cmw.search;

/** What found products are counted by. */
public enum FacetKind {
    CATEGORY("categoryId", "category"),
    TYPE("productType", "type"),
    VENDOR("company", "company"),
    TAG("tag", "tag"),
    CLOUD_PROVIDER("cloudProvider", "provider"),
    PRICE("priceRange", "price"),
    RATING("rating", "rating"),
    TRIAL("trial", "trial"),
    FEATURED("featured", "featured");

    private final String filter;
    private final String token;

    FacetKind(String filter, String token) {
        this.filter = filter;
        this.token = token;
    }

    /** The query key that narrows a list to one of its values. */
    public String filter() {
        return filter;
    }

    /** What a product is marked with that has this value. */
    public String token(Object value) {
        return token + ":" + value;
    }

    public boolean marks(String mark) {
        return mark.startsWith(token + ":");
    }

    /** The value of one of its marks. */
    public String value(String mark) {
        return mark.substring(token.length() + 1);
    }
}
