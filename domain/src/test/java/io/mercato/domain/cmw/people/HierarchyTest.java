package io.mercato.domain.cmw.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Distributor 1, its reseller 2, that one's customer 3; customer 4 of the platform itself. */
class HierarchyTest {
    private static final Place DISTRIBUTOR = new Place(1, CompanyKind.DISTRIBUTOR, null, null);
    private static final Place RESELLER = new Place(2, CompanyKind.RESELLER, 1, null);
    private static final Place CUSTOMER = new Place(3, CompanyKind.CUSTOMER, 2, 1);
    private static final Place DIRECT = new Place(4, CompanyKind.CUSTOMER, null, null);

    @Test
    void a_company_buys_from_the_one_right_above_it() {
        assertThat(Hierarchy.buysFrom(CUSTOMER, 2)).isTrue();
        assertThat(Hierarchy.buysFrom(RESELLER, 2)).as("itself").isTrue();
        assertThat(Hierarchy.buysFrom(CUSTOMER, 1))
                .as("its reseller's distributor")
                .isFalse();
        assertThat(Hierarchy.buysFrom(CUSTOMER, 9)).isFalse();
        assertThat(Hierarchy.buysFrom(DIRECT, 2)).isFalse();
        assertThat(Hierarchy.buysFrom(null, 2)).isFalse();
    }

    @Test
    void each_kind_stands_where_it_may_and_nowhere_else() {
        Map<CompanyKind, Set<String>> allowed = new EnumMap<>(CompanyKind.class);
        allowed.put(CompanyKind.PLATFORM, Set.of("null"));
        allowed.put(CompanyKind.VENDOR, Set.of("null"));
        allowed.put(CompanyKind.DISTRIBUTOR, Set.of("null"));
        allowed.put(CompanyKind.RESELLER, Set.of("DISTRIBUTOR"));
        allowed.put(CompanyKind.CUSTOMER, Set.of("null", "RESELLER"));

        for (CompanyKind kind : CompanyKind.values()) {
            check(kind, null, allowed.get(kind));
            for (CompanyKind parent : CompanyKind.values()) {
                check(kind, parent, allowed.get(kind));
            }
        }
    }

    private static void check(CompanyKind kind, @Nullable CompanyKind parent, @Nullable Set<String> allowed) {
        if (allowed != null && allowed.contains(String.valueOf(parent))) {
            assertThatCode(() -> Hierarchy.check(kind, parent, "reseller")).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> Hierarchy.check(kind, parent, "reseller"))
                    .as("%s below %s", kind, parent)
                    .isInstanceOfSatisfying(
                            MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.REJECTED))
                    .hasMessageContaining("reseller");
        }
    }

    @ParameterizedTest(name = "{0} of company {1}: reseller {2}, its customer {3}, a direct customer {4}")
    @CsvSource({
        "DISTRIBUTOR, 1, true,  true,  false",
        "DISTRIBUTOR, 2, false, true,  false",
        "DISTRIBUTOR, 9, false, false, false",
        "RESELLER,    2, false, true,  false",
        "RESELLER,    1, true,  false, false",
        "RESELLER,    9, false, false, false",
        "VENDOR,      2, false, false, false",
        "USER,        2, false, false, false",
        "ADMIN,       1, false, false, false",
        "ANONYMOUS,   2, false, false, false"
    })
    void who_stands_above_whom(Role role, int company, boolean reseller, boolean customer, boolean direct) {
        Principal who = caller(role, company);

        assertThat(Hierarchy.isAbove(who, RESELLER)).isEqualTo(reseller);
        assertThat(Hierarchy.isAbove(who, CUSTOMER)).isEqualTo(customer);
        assertThat(Hierarchy.isAbove(who, DIRECT)).isEqualTo(direct);
        assertThat(Hierarchy.isAbove(who, DISTRIBUTOR)).isFalse();
        assertThat(Hierarchy.isAbove(who, null)).isFalse();
        assertThat(Hierarchy.isAbove(caller(role, null), CUSTOMER)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void the_channel_makes_what_stands_below_itself(CompanyKind kind) {
        assertThat(Hierarchy.parentOfNew(caller(Role.ADMIN, null), kind, 7, null))
                .isEqualTo(7);
        if (kind != CompanyKind.CUSTOMER) {
            assertMakes(Role.DISTRIBUTOR, 1, kind, kind == CompanyKind.RESELLER);
            assertMakes(Role.SUPERVISOR, null, kind, false);
        }
        assertMakes(Role.RESELLER, 2, kind, kind == CompanyKind.CUSTOMER);
        assertMakes(Role.VENDOR, 5, kind, false);
        assertMakes(Role.USER, 3, kind, false);
        assertMakes(Role.ANONYMOUS, null, kind, false);
    }

    private static void assertMakes(Role role, @Nullable Integer company, CompanyKind kind, boolean may) {
        Principal who = caller(role, company);
        if (may) {
            assertThat(Hierarchy.parentOfNew(who, kind, null, null)).isEqualTo(company);
            assertThat(Hierarchy.parentOfNew(who, kind, company, null)).isEqualTo(company);
        } else {
            assertThatThrownBy(() -> Hierarchy.parentOfNew(who, kind, company, null))
                    .isInstanceOf(MercatoException.class);
        }
        assertThatThrownBy(() -> Hierarchy.parentOfNew(who, kind, 99, null)).isInstanceOf(MercatoException.class);
    }

    @Test
    void a_distributor_makes_customers_of_his_own_resellers_and_a_supervisor_of_anybody() {
        Principal distributor = caller(Role.DISTRIBUTOR, 1);
        Place foreign = new Place(7, CompanyKind.RESELLER, 8, null);

        assertThat(Hierarchy.parentOfNew(distributor, CompanyKind.CUSTOMER, 2, RESELLER))
                .isEqualTo(2);
        assertThatThrownBy(() -> Hierarchy.parentOfNew(distributor, CompanyKind.CUSTOMER, 7, foreign))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.FORBIDDEN));
        assertThatThrownBy(() -> Hierarchy.parentOfNew(distributor, CompanyKind.CUSTOMER, 99, null))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.FORBIDDEN));
        assertThatThrownBy(() -> Hierarchy.parentOfNew(distributor, CompanyKind.CUSTOMER, null, null))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.INVALID));
        assertThat(Hierarchy.parentOfNew(caller(Role.SUPERVISOR, null), CompanyKind.CUSTOMER, null, null))
                .isNull();
        assertThat(Hierarchy.parentOfNew(caller(Role.SUPERVISOR, null), CompanyKind.CUSTOMER, 7, foreign))
                .isEqualTo(7);
    }

    @Test
    void a_supervisor_manages_customers_and_nobody_else() {
        Principal supervisor = caller(Role.SUPERVISOR, null);

        for (Place customer : new Place[] {CUSTOMER, DIRECT}) {
            assertThat(PeopleAccess.mayChangeCompany(supervisor, customer)).isTrue();
            assertThat(PeopleAccess.mayBlockCompany(supervisor, customer)).isTrue();
            assertThat(PeopleAccess.mayMakeUser(supervisor, Role.USER, customer))
                    .isTrue();
            assertThat(PeopleAccess.mayMakeUser(supervisor, Role.ADMIN, customer))
                    .isFalse();
        }
        for (Place other : new Place[] {DISTRIBUTOR, RESELLER}) {
            assertThat(PeopleAccess.mayChangeCompany(supervisor, other)).isFalse();
            assertThat(PeopleAccess.mayBlockCompany(supervisor, other)).isFalse();
            assertThat(PeopleAccess.mayMakeUser(supervisor, Role.RESELLER, other))
                    .isFalse();
            assertThat(PeopleAccess.mayMakeUser(supervisor, Role.USER, other)).isFalse();
        }
    }

    @Test
    void who_sells_to_a_company_sees_and_changes_it_and_makes_its_people() {
        Principal reseller = caller(Role.RESELLER, 2);

        assertThat(PeopleAccess.seesInside(reseller, CUSTOMER)).isTrue();
        assertThat(PeopleAccess.mayChangeCompany(reseller, CUSTOMER)).isTrue();
        assertThat(PeopleAccess.mayBlockCompany(reseller, CUSTOMER)).isTrue();
        assertThat(PeopleAccess.maySeeUser(reseller, 77, CUSTOMER)).isTrue();
        assertThat(PeopleAccess.mayMakeUser(reseller, Role.USER, CUSTOMER)).isTrue();
        assertThat(PeopleAccess.mayMakeUser(reseller, Role.VENDOR, CUSTOMER)).isFalse();
        assertThat(PeopleAccess.mayMakeUser(reseller, Role.USER, DIRECT)).isFalse();
        assertThat(PeopleAccess.mayMakeUser(reseller, Role.USER, null)).isFalse();
        assertThat(PeopleAccess.mayMakeUser(caller(Role.DISTRIBUTOR, 1), Role.RESELLER, RESELLER))
                .isTrue();
        assertThat(PeopleAccess.mayMakeUser(caller(Role.DISTRIBUTOR, 1), Role.RESELLER, CUSTOMER))
                .isFalse();
        assertThat(PeopleAccess.mayBlockCompany(reseller, RESELLER)).isFalse();
        assertThat(PeopleAccess.seesInside(reseller, DIRECT)).isFalse();
        assertThat(PeopleAccess.maySeeUser(reseller, 77, (Place) null)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void the_company_that_runs_the_platform_stays(CompanyKind kind) {
        Place place = new Place(3, kind, null, null);
        if (kind == CompanyKind.PLATFORM) {
            assertThatThrownBy(() -> PeopleAccess.requireRemovable(place))
                    .isInstanceOfSatisfying(
                            MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT));
        } else {
            assertThatCode(() -> PeopleAccess.requireRemovable(place)).doesNotThrowAnyException();
        }
    }

    @Test
    void staff_acts_for_those_below_itself() {
        assertThat(PeopleAccess.rolesToActFor(Role.SUPERVISOR))
                .containsExactlyInAnyOrder(Role.USER, Role.VENDOR, Role.RESELLER, Role.DISTRIBUTOR);
        assertThat(PeopleAccess.rolesToActFor(Role.SUPERADMIN)).hasSize(6).doesNotContain(Role.SUPERADMIN);
        assertThat(PeopleAccess.rolesToActFor(Role.VENDOR)).isEmpty();
    }

    private static Principal caller(Role role, @Nullable Integer company) {
        return new Principal(50, "caller", "c@people.example", "C", "en", role, company, null);
    }
}
