package io.mercato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityTagTest {

    @Test
    void what_a_client_has_is_read_without_quotes() {
        assertThat(EntityTag.all("\"abc\"")).containsExactly("abc");
        assertThat(EntityTag.all("W/\"abc\", \"d,e\"")).containsExactly("abc", "d,e");
        assertThat(EntityTag.all("*")).containsExactly("*");
    }

    @Test
    void what_is_no_tag_is_none() {
        assertThat(EntityTag.all(null)).isEmpty();
        assertThat(EntityTag.all("")).isEmpty();
        assertThat(EntityTag.all("abc")).isEmpty();
    }
}
