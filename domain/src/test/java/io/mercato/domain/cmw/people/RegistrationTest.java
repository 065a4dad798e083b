package io.mercato.domain.cmw.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.people.Registration.Policy;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationTest {
    private static final Policy OPEN = new Policy(true, true, true);
    private static final Principal ADMIN =
            new Principal(1, "admin", "a@people.example", "A", "en", Role.ADMIN, null, null);

    @Test
    void a_visitor_becomes_a_customer_who_has_to_confirm_his_address() {
        Registration registration =
                Registration.of(Principal.ANONYMOUS, request(null, true, "secret word", null), null, OPEN);

        assertThat(registration.own()).isTrue();
        assertThat(registration.needsApproval()).isFalse();
        assertThat(registration.company()).isNull();
        assertThat(registration.user().role()).isEqualTo(Role.USER);
        assertThat(registration.user().activated()).isFalse();
        assertThat(registration.user().enabled()).isTrue();
        assertThat(registration.user().externalId()).isNull();
        assertThat(registration.toString()).doesNotContain("secret word");
    }

    @ParameterizedTest
    @EnumSource
    void a_visitor_becomes_customer_or_vendor_and_nothing_above(Role role) {
        RegistrationRequest request = request(role, true, "secret word", "Acme");
        if (role == Role.USER || role == Role.VENDOR) {
            assertThat(Registration.of(Principal.ANONYMOUS, request, null, OPEN)
                            .user()
                            .role())
                    .isEqualTo(role);
        } else {
            assertFails(Principal.ANONYMOUS, request, OPEN, ErrorKind.FORBIDDEN);
        }
    }

    @Test
    void a_vendor_brings_a_company_that_staff_lets_in() {
        RegistrationRequest request = request(Role.VENDOR, true, "secret word", "Acme");

        Registration registration = Registration.of(Principal.ANONYMOUS, request, null, OPEN);
        assertThat(registration.needsApproval()).isTrue();
        assertThat(company(registration).kind()).isEqualTo(CompanyKind.VENDOR);
        assertThat(company(registration).enabled()).isFalse();
        assertThat(registration.in(7).user().companyId()).isEqualTo(7);
        assertThat(registration.in(7).needsApproval()).isTrue();

        Registration atOnce = Registration.of(Principal.ANONYMOUS, request, null, new Policy(true, true, false));
        assertThat(atOnce.needsApproval()).isFalse();
        assertThat(company(atOnce).enabled()).isTrue();
        assertFails(Principal.ANONYMOUS, request(Role.VENDOR, true, "secret word", null), OPEN, ErrorKind.INVALID);
    }

    @Test
    void a_customer_s_company_needs_nobody_s_approval() {
        Registration registration =
                Registration.of(Principal.ANONYMOUS, request(Role.USER, true, "secret word", "Acme"), null, OPEN);

        assertThat(company(registration).kind()).isEqualTo(CompanyKind.CUSTOMER);
        assertThat(registration.needsApproval()).isFalse();
    }

    @Test
    void what_is_missing_is_said() {
        assertFails(Principal.ANONYMOUS, request(null, true, null, null), OPEN, ErrorKind.INVALID);
        assertFails(Principal.ANONYMOUS, request(null, true, " ", null), OPEN, ErrorKind.INVALID);
        assertFails(Principal.ANONYMOUS, request(null, false, "secret word", null), OPEN, ErrorKind.REJECTED);
    }

    @Test
    void the_marketplace_says_whether_visitors_may_register() {
        assertFails(
                Principal.ANONYMOUS,
                request(null, true, "secret word", null),
                new Policy(false, true, true),
                ErrorKind.FORBIDDEN);
        assertFails(
                Principal.ANONYMOUS,
                request(Role.VENDOR, true, "secret word", "Acme"),
                new Policy(true, false, true),
                ErrorKind.FORBIDDEN);
    }

    @Test
    void a_visitor_joins_no_company_by_himself() {
        RegistrationRequest request = new RegistrationRequest(user(null, 5, true), "secret word", null, null);

        assertFails(Principal.ANONYMOUS, request, OPEN, ErrorKind.FORBIDDEN);
    }

    @Test
    void an_administrator_vouches_for_whom_he_registers() {
        RegistrationRequest request = new RegistrationRequest(user(Role.RESELLER, 5, false), null, null, null);

        Registration registration = Registration.of(ADMIN, request, null, new Policy(false, false, true));

        assertThat(registration.own()).isFalse();
        assertThat(registration.user().activated()).isTrue();
        assertThat(registration.user().companyId()).isEqualTo(5);
        assertThat(registration.user().externalId()).isEqualTo("ext");
        assertFails(
                ADMIN,
                new RegistrationRequest(user(Role.ADMIN, null, false), null, null, null),
                OPEN,
                ErrorKind.FORBIDDEN);
    }

    @Test
    void a_reseller_registers_people_of_its_customers_only() {
        Principal reseller = new Principal(9, "r", "r@people.example", "R", "en", Role.RESELLER, 2, null);
        RegistrationRequest request = new RegistrationRequest(user(Role.USER, 3, false), null, null, null);

        Registration registration = Registration.of(reseller, request, new Place(3, CompanyKind.CUSTOMER, 2, 1), OPEN);

        assertThat(registration.own()).isFalse();
        assertThatThrownBy(() -> Registration.of(reseller, request, new Place(3, CompanyKind.CUSTOMER, 8, 1), OPEN))
                .isInstanceOf(MercatoException.class);
    }

    private static Company company(Registration registration) {
        return Objects.requireNonNull(registration.company());
    }

    private static void assertFails(Principal who, RegistrationRequest request, Policy policy, ErrorKind kind) {
        assertThatThrownBy(() -> Registration.of(who, request, null, policy))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private static RegistrationRequest request(
            @Nullable Role role, boolean terms, @Nullable String password, @Nullable String company) {
        return new RegistrationRequest(user(role, null, terms), password, company, "T1");
    }

    private static User user(@Nullable Role role, @Nullable Integer company, boolean terms) {
        return new User(
                null,
                "ada",
                "ada@people.example",
                "Ada",
                "Byron",
                role,
                company,
                "en",
                null,
                null,
                null,
                null,
                "ext",
                null,
                terms,
                false,
                null,
                false,
                null,
                null,
                null);
    }
}
