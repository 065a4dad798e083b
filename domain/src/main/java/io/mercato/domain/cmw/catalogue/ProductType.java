package io.mercato.domain.cmw.catalogue;

/** Who runs a product, and where. It never changes. */
public enum ProductType {
    API,
    BUNDLE,
    CLOUD_SERVICE,
    CSP,
    /** An application that the platform installs on a machine. */
    MANAGED,
    SERVICE,
    /** The vendor runs it and is told by events. */
    SYNDICATED,
    /** A machine alone. */
    VM;

    public boolean runsOnMachine() {
        return this == VM || this == MANAGED;
    }

    /** Whether the platform can sell and deliver it; the contract names more types than that. */
    public boolean isOffered() {
        return runsOnMachine() || this == SYNDICATED || this == BUNDLE;
    }
}
