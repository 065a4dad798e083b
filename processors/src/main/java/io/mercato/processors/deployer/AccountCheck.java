package io.mercato.processors.deployer;

import io.mercato.domain.cloud.CloudAnswer.Verdict;
import io.mercato.domain.cloud.CloudRequest.VerifyCredentials;
import io.mercato.domain.deployer.message.CloudAccountChanged;
import io.mercato.domain.error.Errors;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** "Test the connection": whether a cloud takes the deployer's copy of an account in. */
@Component
public class AccountCheck {
    private final CloudAccountStore store;
    private final CloudAccounts accounts;

    public AccountCheck(CloudAccountStore store, CloudAccounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    /** @throws io.mercato.domain.error.MercatoException NOT_FOUND, for one that is removed, too */
    public CloudAccountChanged find(@Variable("id") int credentialId) {
        return store.find(credentialId)
                .filter(account ->
                        !account.removed() && !account.encryptedSecret().isEmpty())
                .orElseThrow(() -> Errors.notFound("cloud account with a secret", credentialId));
    }

    public VerifyCredentials request(CloudAccountChanged account) {
        return new VerifyCredentials(accounts.open(account));
    }

    /** The cloud could not even be asked. */
    public Verdict refused(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure) {
        return new Verdict(false, failure.getMessage());
    }

    public Verdict withoutConnector(@Variable("connector") String connector) {
        return new Verdict(false, "There is no connector " + connector + " on this platform");
    }
}
