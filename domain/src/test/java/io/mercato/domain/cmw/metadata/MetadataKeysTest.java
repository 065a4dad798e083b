package io.mercato.domain.cmw.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.MercatoException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataKeysTest {

    @ParameterizedTest
    @ValueSource(strings = {"a/b c", "a\\b", "a;b", "100%", ".", "..", "a\tb"})
    void a_key_that_no_address_can_name_is_refused_by_name(String key) {
        assertThatThrownBy(() -> MetadataKeys.check(Set.of(key)))
                .isInstanceOfSatisfying(
                        MercatoException.class,
                        failure -> assertThat(failure.holders().get(0).extraFields())
                                .containsEntry("field", key));
    }

    @Test
    void other_keys_are_free() {
        MetadataKeys.check(Set.of("crm.id", "a b", "ключ", "...", "x:y?z#1"));
    }
}
