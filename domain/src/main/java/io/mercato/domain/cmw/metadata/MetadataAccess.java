package io.mercato.domain.cmw.metadata;

import io.mercato.domain.identity.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who reads and writes the map of strings that integrators keep at a thing: who may change the thing does both, staff
 * reads what it sees. Whoever only sees the thing, as a customer his product, gets none of it.
 */
public final class MetadataAccess {

    private MetadataAccess() {}

    /** Whether seeing the thing is enough for reading its metadata. */
    public static boolean readsWhatHeSees(Principal who) {
        return who.role().isStaff();
    }

    /** Whether he reads what a company keeps about somebody whom he sees. */
    public static boolean mayRead(Principal who, @Nullable Integer company) {
        return readsWhatHeSees(who) || who.belongsTo(company);
    }

    /** Whether he writes what a company keeps about somebody whom he sees. */
    public static boolean mayWrite(Principal who, @Nullable Integer company) {
        return who.role().isAdministrator() || who.belongsTo(company);
    }
}
