package io.mercato.domain.cmw.order;

/** What a product is (behaviour §3); it never changes. */
public enum ProductType {
    API,
    BUNDLE,
    CLOUD_SERVICE,
    CSP,
    MANAGED,
    SERVICE,
    SYNDICATED,
    VM;

    /** Whether the platform builds a machine for it. */
    public boolean runsOnMachine() {
        return this == VM || this == MANAGED;
    }
}
