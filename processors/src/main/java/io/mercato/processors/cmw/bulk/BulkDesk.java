package io.mercato.processors.cmw.bulk;

import io.mercato.domain.cmw.bulk.RowRules;
import io.mercato.domain.cmw.people.User;
import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.bulk.BulkStore.Pending;
import io.mercato.processors.cmw.people.StoredUserDirectory;
import io.mercato.processors.cmw.people.UserStore;
import io.mercato.processors.sql.BrokenConstraint;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Deals with one row of a table of users, by the rules of who has sent it. */
@Component("bulkDesk")
public class BulkDesk {
    private final BulkStore store;
    private final UserStore users;
    private final StoredUserDirectory directory;

    BulkDesk(BulkStore store, UserStore users, StoredUserDirectory directory) {
        this.store = store;
        this.users = users;
        this.directory = directory;
    }

    /** Who has sent it, as he stands now: FORBIDDEN when he is no administrator any more. */
    public Principal executor(Pending row) {
        Optional<Principal> now = Optional.ofNullable(row.executorId()).flatMap(directory::byId);
        return RowRules.executor(now.orElse(null), row.impersonator());
    }

    /** Changes somebody as the row says; he is locked by the caller. */
    public User change(Principal who, Pending row) {
        int id = row.content().id();
        return users.update(who, id, row.content().onto(users.get(who, id)));
    }

    /** Whether the row will fail however often it is tried. */
    public static boolean isFinal(Throwable failure) {
        MercatoException known = MercatoException.among(failure);
        return known == null ? refusal(failure) != null : RowRules.isFinal(known.kind());
    }

    /** Puts on record why a row failed. */
    public void fail(Pending row, Throwable failure) {
        MercatoException known = MercatoException.among(failure);
        List<ErrorHolder> errors =
                known == null ? BrokenConstraint.explain(refusal(failure)).holders() : known.holders();
        store.failed(row, errors);
    }

    private static DataIntegrityViolationException refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataIntegrityViolationException refused) {
                return refused;
            }
        }
        return null;
    }
}
