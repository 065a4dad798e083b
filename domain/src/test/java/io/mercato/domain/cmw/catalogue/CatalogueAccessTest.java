package io.mercato.domain.cmw.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The caller is user 1 of company 10. */
class CatalogueAccessTest {

    @ParameterizedTest(name = "{0}: a product of company {1}: sight {2}, written {3}")
    @CsvSource({
        "ANONYMOUS,   10, PUBLISHED,         false",
        "USER,        10, PUBLISHED,         false",
        "RESELLER,    10, PUBLISHED,         false",
        "DISTRIBUTOR, 10, PUBLISHED,         false",
        "VENDOR,      10, OWN_AND_PUBLISHED, true",
        "VENDOR,      20, OWN_AND_PUBLISHED, false",
        "SUPERVISOR,  20, EVERYTHING,        false",
        "ADMIN,       20, EVERYTHING,        true",
        "SUPERADMIN,  20, EVERYTHING,        true"
    })
    void who_sees_and_writes_what(Role role, int company, CatalogueAccess.Sight sight, boolean written) {
        assertThat(CatalogueAccess.sight(caller(role))).isEqualTo(sight);
        assertThat(CatalogueAccess.mayWrite(caller(role), company)).isEqualTo(written);
        assertThat(CatalogueAccess.seesSecrets(caller(role), company)).isEqualTo(written);
        assertThat(CatalogueAccess.seesInside(caller(role), company))
                .isEqualTo(written || sight == CatalogueAccess.Sight.EVERYTHING);
    }

    @ParameterizedTest(name = "{0}: an account of company {1} or user {2}: seen {3}, written {4}")
    @CsvSource({
        "ANONYMOUS,  10, , false, false",
        "USER,       10, , true,  true",
        "USER,         , 1, true,  true",
        "USER,         , 2, false, false",
        "VENDOR,     20, , false, false",
        "VENDOR,       , , false, false",
        "SUPERVISOR, 20, , true,  false",
        "ADMIN,      20, , true,  true",
        "ADMIN,        , 2, true,  true",
        "ADMIN,        , , true,  false",
        "SUPERVISOR,   , , true,  false",
        "SUPERADMIN,   , , true,  true"
    })
    void an_account_at_a_cloud_is_its_owners(
            Role role, @Nullable Integer company, @Nullable Integer user, boolean seen, boolean written) {
        assertThat(CatalogueAccess.maySeeCredential(caller(role), company, user))
                .isEqualTo(seen);
        assertThat(CatalogueAccess.mayWriteCredential(caller(role), company, user))
                .isEqualTo(written);
    }

    @Test
    void a_new_product_is_its_vendors_and_a_machine_is_made_by_administrators() {
        assertThat(CatalogueAccess.owner(caller(Role.VENDOR), ProductType.MANAGED, null))
                .isEqualTo(10);
        assertThat(CatalogueAccess.owner(caller(Role.ADMIN), ProductType.VM, 20))
                .isEqualTo(20);
        assertRefused(Role.VENDOR, ProductType.VM, 10);
        assertRefused(Role.VENDOR, ProductType.MANAGED, 20);
        assertRefused(Role.USER, ProductType.MANAGED, 10);
        assertRefused(Role.SUPERVISOR, ProductType.MANAGED, 10);
        assertRefused(Role.ADMIN, ProductType.MANAGED, null);
    }

    private static void assertRefused(Role role, ProductType type, @Nullable Integer company) {
        assertThatThrownBy(() -> CatalogueAccess.owner(caller(role), type, company))
                .isInstanceOf(MercatoException.class);
    }

    private static Principal caller(Role role) {
        return new Principal(1, "caller", "c@people.example", "C", "en", role, 10, null);
    }
}
