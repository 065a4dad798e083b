package io.mercato.processors.identity;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.AccountDraft;
import org.springframework.stereotype.Component;

/** Whether an account that is there already may be taken for somebody. */
@Component
public class AccountDecisions {

    /**
     * CONFLICT for a confirmed account of somebody who has nothing to do with the one who asks. One that was never
     * confirmed is nobody's: who registers again takes it over.
     */
    public void requireFree(AccountDraft draft, Account found) {
        boolean known = draft.accountId() != null && draft.accountId().equals(found.id());
        if (found.emailVerified() && !draft.mayBeKnown() && !known) {
            throw Errors.conflict("account-taken", "There is already an account with this e-mail address: log in");
        }
    }

    /** NOT_FOUND for an account that is gone. @param found null when it is */
    public void requireThere(Account found) {
        if (found == null) {
            throw Errors.notFound("account", "of this user");
        }
    }
}
