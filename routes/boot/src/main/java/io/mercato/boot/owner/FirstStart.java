package io.mercato.boot.owner;

import io.mercato.processors.cmw.people.OwnerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes an empty platform usable: its owner, its marketplace and its first administrator, once. All else is done through
 * the platform itself.
 */
@Component
@ConditionalOnProperty(name = "mercato.demo", havingValue = "false")
class FirstStart implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final TransactionTemplate transaction;
    private final OwnerStore store;
    private final OwnerProperties owner;

    FirstStart(PlatformTransactionManager transactionManager, OwnerStore store, OwnerProperties owner) {
        this.transaction = new TransactionTemplate(transactionManager);
        this.store = store;
        this.owner = owner;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            if (store.isEmpty()) {
                store.create(
                        owner.company(),
                        owner.email(),
                        owner.administrator(),
                        new OwnerStore.Marketplace(
                                owner.marketplace(), owner.currency(), owner.vat(), owner.primaryColour()));
                LOG.info("{} owns the platform; its first administrator is {}", owner.company(), owner.administrator());
            }
        });
    }
}
