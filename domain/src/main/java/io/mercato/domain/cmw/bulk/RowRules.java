package io.mercato.domain.cmw.bulk;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import org.jspecify.annotations.Nullable;

/** With whose rights a row is dealt with, and when it has failed for good. */
public final class RowRules {

    private RowRules() {}

    /**
     * Who has sent the row, as he stands now. FORBIDDEN when he may not log in or is no administrator any more.
     *
     * @param now null when he may not log in
     * @param impersonator who acted for him
     */
    public static Principal executor(@Nullable Principal now, @Nullable String impersonator) {
        if (now == null || !now.role().isAdministrator()) {
            throw Errors.forbidden();
        }
        return new Principal(
                now.userId(),
                now.userName(),
                now.email(),
                now.fullName(),
                now.language(),
                now.role(),
                now.companyId(),
                impersonator);
    }

    /** Whether a row that failed so will do so however often it is tried. */
    public static boolean isFinal(ErrorKind kind) {
        return kind != ErrorKind.RETRYABLE && kind != ErrorKind.BROKEN;
    }
}
