package io.mercato.domain.cmw.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FacetKindTest {

    @ParameterizedTest
    @EnumSource(FacetKind.class)
    void a_mark_belongs_to_one_kind_and_keeps_its_value(FacetKind kind) {
        String mark = kind.token("a:b");

        assertThat(kind.value(mark)).isEqualTo("a:b");
        assertThat(FacetKind.values()).filteredOn(other -> other.marks(mark)).containsExactly(kind);
    }
}
