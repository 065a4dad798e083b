package io.mercato.platform.deployer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cloud.CloudAnswer.Verdict;
import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.cloud.CloudOperation;
import io.mercato.domain.deployer.message.CloudAccountChanged;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.deployer.CloudAccountStore;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.FluentProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeployerTest
class DeployerVerifyAccountTest {
    private static final int CREDENTIAL = 71;

    @Autowired
    FluentProducerTemplate call;

    @Autowired
    CloudAccountStore accounts;

    @Autowired
    SecretCipher cipher;

    @Autowired
    FakeCloud cloud;

    @BeforeEach
    void reset() {
        cloud.reset();
    }

    /** Else other tests, which share the database, would find it. */
    @AfterEach
    void remove() {
        account("fake", true);
    }

    @Test
    void a_cloud_that_takes_the_account_in_says_so() {
        account("fake", false);

        assertThat(verify(CREDENTIAL)).isEqualTo(new Verdict(true, "Welcome identity"));
        assertThat(cloud.calls(CloudOperation.VERIFY_CREDENTIALS)).isEqualTo(1);
    }

    @Test
    void a_cloud_that_is_away_is_a_verdict() {
        account("fake", false);
        cloud.failBefore(
                CloudOperation.VERIFY_CREDENTIALS,
                new CloudException(ErrorKind.RETRYABLE, "cloud-away", "The cloud does not answer", null));

        assertThat(verify(CREDENTIAL)).isEqualTo(new Verdict(false, "The cloud does not answer"));
    }

    @Test
    void an_account_for_a_connector_that_is_not_here_is_a_verdict() {
        account("elsewhere", false);

        assertThat(verify(CREDENTIAL))
                .isEqualTo(new Verdict(false, "There is no connector elsewhere on this platform"));
    }

    @Test
    void an_account_that_is_unknown_or_removed_is_not_found() {
        account("fake", true);

        for (int id : new int[] {CREDENTIAL, 9999}) {
            assertThatThrownBy(() -> verify(id))
                    .isInstanceOf(CamelExecutionException.class)
                    .rootCause()
                    .isInstanceOfSatisfying(
                            MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND));
        }
        assertThat(cloud.calls()).isEmpty();
    }

    private Object verify(int id) {
        return call.to("direct:deployer-verify-account").withVariable("id", id).request();
    }

    private void account(String connector, boolean removed) {
        String secret =
                cipher.encrypt("{\"identity\":\"identity\",\"secret\":\"secret\"}", "cloudCredential/" + CREDENTIAL);
        accounts.save(new CloudAccountChanged(
                CREDENTIAL, 1, connector, "http://cloud.example", "one", Map.of(), removed ? "" : secret, removed));
    }
}
