package io.mercato.domain.cmw.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The caller belongs to company 10. */
class MetadataAccessTest {

    @ParameterizedTest
    @EnumSource
    void staff_reads_what_it_sees_and_administrators_write_it(Role role) {
        Principal who = new Principal(1, "caller", "c@people.example", "C", "en", role, 10, null);

        assertThat(MetadataAccess.readsWhatHeSees(who)).isEqualTo(role.isStaff());
        assertThat(MetadataAccess.mayRead(who, 20)).isEqualTo(role.isStaff());
        assertThat(MetadataAccess.mayWrite(who, 20)).isEqualTo(role.isAdministrator());
        assertThat(MetadataAccess.mayRead(who, 10)).isTrue();
        assertThat(MetadataAccess.mayWrite(who, 10)).isTrue();
        assertThat(MetadataAccess.mayWrite(who, null)).isEqualTo(role.isAdministrator());
    }
}
