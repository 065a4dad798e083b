package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.Registration.Policy;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of registration and of what is sent by e-mail for it.
 *
 * @param registration whether visitors may register
 * @param vendorRegistration whether visitors may register as vendors
 * @param vendorApproval whether staff has to let such a vendor in before it may log in
 * @param activationPage page that a new user is sent to; the token is put behind it
 * @param activationLifetime how long he may wait
 * @param passwordPage page on which a password is chosen; the token is put behind it
 * @param passwordLifetime how long a link to that page is good
 * @param invitationLifetime the same for somebody whom an administrator registered
 * @param recoveries how often the recovery of one password may be asked for within the window
 * @param recoveryWindow the window
 * @param notificationRetention how long the panel shows what was told about somebody's own things
 */
@ConfigurationProperties("mercato.cmw.people")
public record PeopleProperties(
        @DefaultValue("true") boolean registration,
        @DefaultValue("true") boolean vendorRegistration,
        @DefaultValue("true") boolean vendorApproval,
        @DefaultValue("http://localhost:8080/activate?tag=") String activationPage,
        @DefaultValue("2d") Duration activationLifetime,
        @DefaultValue("http://localhost:8080/password?tag=") String passwordPage,
        @DefaultValue("1h") Duration passwordLifetime,
        @DefaultValue("7d") Duration invitationLifetime,
        @DefaultValue("5") int recoveries,
        @DefaultValue("1h") Duration recoveryWindow,
        @DefaultValue("30d") Duration notificationRetention) {

    public Policy policy() {
        return new Policy(registration, vendorRegistration, vendorApproval);
    }
}
