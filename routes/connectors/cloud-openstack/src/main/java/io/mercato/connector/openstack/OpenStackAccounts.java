package io.mercato.connector.openstack;

import static io.mercato.connector.openstack.OpenStackErrors.translating;

import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.Verdict;
import io.mercato.domain.cloud.CloudException;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** "Test the connection". */
@Component
public class OpenStackAccounts {
    private final OpenStackSessions sessions;

    OpenStackAccounts(OpenStackSessions sessions) {
        this.sessions = sessions;
    }

    /** Logs in anew, whatever is cached, and asks for the address of each service by a small call to one of them. */
    public OpenStackCall logIn(@Variable(OpenStackRequests.ACCOUNT) CloudAccount account) {
        sessions.forget(account);
        OpenStackSession session = sessions.of(account);
        for (OpenStackService service : OpenStackService.values()) {
            translating(() -> OpenStackHttp.address(session, service));
        }
        return OpenStackCall.get(account, OpenStackService.COMPUTE, "/limits");
    }

    public Verdict accepted(@Variable(OpenStackRequests.ACCOUNT) CloudAccount account) {
        OpenStackSession session = sessions.of(account);
        return new Verdict(true, "Logged in to region " + translating(session::region));
    }

    public Verdict refused(Exchange exchange) {
        CloudException failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, CloudException.class);
        return new Verdict(false, OpenStackErrors.text(failure));
    }
}
