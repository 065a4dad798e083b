package io.mercato.domain.cmw.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customer 3 of reseller 2 of distributor 1. */
class CompanyChangeTest {
    private static final Place PLACE = new Place(3, CompanyKind.CUSTOMER, 2, 1);

    @ParameterizedTest(name = "{0} of company {1}: name {2}, blocks {3}, moves {4}")
    @CsvSource({
        "USER,        3, true,  false, false",
        "USER,        4, false, false, false",
        "RESELLER,    2, true,  true,  false",
        "DISTRIBUTOR, 1, true,  true,  false",
        "RESELLER,    9, false, false, false",
        "SUPERVISOR,  9, true,  true,  false",
        "ADMIN,       9, true,  true,  true"
    })
    void who_changes_what(Role role, int company, boolean name, boolean blocks, boolean moves) {
        Principal who = caller(role, company);
        Company now = company("Acme", true, 2, CompanyApproval.APPROVED);

        assertThat(CompanyChange.checked(who, PLACE, now, company("New", null, 2, null))
                        .company()
                        .name())
                .isEqualTo(name ? "New" : "Acme");
        assertAllowed(blocks, who, now, company("Acme", false, 2, null));
        if (name) {
            assertAllowed(moves, who, now, company("Acme", true, 8, null));
        }
    }

    @ParameterizedTest
    @CsvSource({"SUPERVISOR, true", "ADMIN, true", "VENDOR, false", "RESELLER, false", "USER, false"})
    void staff_lets_a_company_in_that_registered_itself(Role role, boolean may) {
        Place vendor = new Place(3, CompanyKind.VENDOR, null, null);
        Company now = company("Acme", false, null, CompanyApproval.REQUESTED);
        Company asked = company("Another name", true, null, null);

        if (may) {
            CompanyChange change = CompanyChange.checked(caller(role, 9), vendor, now, asked);
            assertThat(change.approves()).isTrue();
            assertThat(change.company().approval()).isEqualTo(CompanyApproval.APPROVED);
            assertThat(change.company().enabled()).isTrue();
            assertThat(change.company().name()).isEqualTo(role == Role.ADMIN ? "Another name" : "Acme");
        } else {
            assertThatThrownBy(() -> CompanyChange.checked(caller(role, 3), vendor, now, asked))
                    .isInstanceOf(MercatoException.class);
        }
    }

    @Test
    void what_is_left_open_stays() {
        Company now = company("Acme", true, 2, CompanyApproval.APPROVED);

        Company changed = CompanyChange.checked(caller(Role.USER, 3), PLACE, now, company("Acme", null, null, null))
                .company();

        assertThat(changed.enabled()).isTrue();
        assertThat(changed.parentId()).isEqualTo(2);
        assertThat(changed.kind()).isEqualTo(CompanyKind.CUSTOMER);
        assertThat(changed.notificationSecretToken()).isEqualTo("hush");
    }

    @Test
    void only_an_administrator_lets_a_company_pay_later() {
        Company now = company("Acme", true, 2, CompanyApproval.APPROVED);
        Company later = now.withDetails(
                new CompanyDetails(null, null, null, null, null, null, null, null, null, null, true, null, null, null));

        assertAllowed(false, caller(Role.USER, 3), now, later);
        assertAllowed(false, caller(Role.RESELLER, 2), now, later);
        assertAllowed(true, caller(Role.ADMIN, 9), now, later);
    }

    @Test
    void a_company_grants_itself_nothing() {
        Company now = company("Acme", true, 2, CompanyApproval.APPROVED);
        Company all = now.withDetails(selling(List.of(1, 2)));
        Company fewer = now.withDetails(selling(List.of(1)));

        for (Company asked : List.of(all, now.withDetails(CompanyDetails.NONE))) {
            assertAllowed(false, caller(Role.USER, 3), fewer, asked);
            assertAllowed(false, caller(Role.RESELLER, 2), fewer, asked);
            assertAllowed(true, caller(Role.ADMIN, 9), fewer, asked);
        }
        assertAllowed(true, caller(Role.USER, 3), all, now.withDetails(selling(List.of(2, 1))));
        assertAllowed(true, caller(Role.USER, 3), now, now.withDetails(selling(List.of())));
    }

    @Test
    void who_pays_and_whether_vat_is_said_by_who_manages_it() {
        Company now = company("Acme", true, 2, CompanyApproval.APPROVED);

        for (Company asked : List.of(now.withDetails(billed(true, null)), now.withDetails(billed(null, "17")))) {
            assertAllowed(false, caller(Role.USER, 3), now, asked);
            assertAllowed(true, caller(Role.RESELLER, 2), now, asked);
            assertAllowed(true, caller(Role.SUPERVISOR, null), now, asked);
            assertAllowed(true, caller(Role.ADMIN, 9), now, asked);
        }
        assertAllowed(true, caller(Role.USER, 3), now, now.withDetails(billed(false, null)));
    }

    @Test
    void nobody_blocks_the_company_that_runs_the_platform() {
        Company customer = company("Acme", true, null, CompanyApproval.APPROVED);
        Company now = customer.as(CompanyKind.PLATFORM);
        Place place = new Place(3, CompanyKind.PLATFORM, null, null);
        Principal admin = caller(Role.SUPERADMIN, 3);

        assertThatThrownBy(() -> CompanyChange.checked(admin, place, now, company("Acme", false, null, null)))
                .isInstanceOf(MercatoException.class)
                .hasMessageContaining("runs the platform");
        assertThat(CompanyChange.checked(admin, place, now, company("New", true, null, null))
                        .company()
                        .name())
                .isEqualTo("New");
    }

    @Test
    void a_new_company_begins_with_nothing_granted() {
        Company later = company("Acme", true, 2, null)
                .withDetails(new CompanyDetails(
                        null, null, null, null, null, null, null, null, null, null, true, null, null, null));

        assertThatThrownBy(() -> CompanyChange.checkNew(caller(Role.RESELLER, 2), later))
                .isInstanceOf(MercatoException.class);
        assertThatThrownBy(() -> CompanyChange.checkNew(caller(Role.DISTRIBUTOR, 2), later))
                .isInstanceOf(MercatoException.class);
        CompanyChange.checkNew(caller(Role.ADMIN, null), later);
        CompanyChange.checkNew(caller(Role.RESELLER, 2), later.withDetails(billed(true, "17")));
    }

    private static CompanyDetails selling(List<Integer> products) {
        return new CompanyDetails(
                null, null, null, null, null, null, null, null, null, products, null, null, null, null);
    }

    private static CompanyDetails billed(@Nullable Boolean distributor, @Nullable String declaration) {
        CompanyDetails.VatExemption exemption =
                declaration == null ? null : new CompanyDetails.VatExemption(declaration, null, null);
        return new CompanyDetails(
                null, null, null, null, null, null, null, null, distributor, null, null, null, null, exemption);
    }

    private static void assertAllowed(boolean allowed, Principal who, Company now, Company asked) {
        if (allowed) {
            assertThat(CompanyChange.checked(who, PLACE, now, asked)).isNotNull();
        } else {
            assertThatThrownBy(() -> CompanyChange.checked(who, PLACE, now, asked))
                    .isInstanceOf(MercatoException.class);
        }
    }

    private static Company company(
            String name, @Nullable Boolean enabled, @Nullable Integer parent, @Nullable CompanyApproval approval) {
        return new Company(
                3,
                CompanyKind.CUSTOMER,
                name,
                "a@b.example",
                null,
                null,
                null,
                null,
                "acme",
                null,
                null,
                "en",
                null,
                null,
                enabled,
                enabled == null ? null : "hush",
                null,
                0,
                List.of(),
                parent,
                approval,
                null,
                null);
    }

    private static Principal caller(Role role, @Nullable Integer company) {
        return new Principal(50, "caller", "c@people.example", "C", "en", role, company, null);
    }
}
