package io.mercato.simulator.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.simulator.http.ApiException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPoolTest {
    @Test
    void each_address_is_given_once_until_the_range_is_empty() {
        AddressPool pool = new AddressPool("127.9.0.0/28");
        Set<String> given = new HashSet<>();
        for (int count = 0; count < 13; count++) {
            assertThat(given.add(pool.take())).isTrue();
        }

        assertThatThrownBy(pool::take).isInstanceOf(ApiException.class);
        pool.release("127.9.0.7");
        assertThat(pool.take()).isEqualTo("127.9.0.7");
    }

    @Test
    void an_address_that_was_given_back_rests_first() {
        AddressPool pool = new AddressPool("127.9.0.0/24");
        String first = pool.take();
        pool.release(first);
        assertThat(pool.take()).isNotEqualTo(first);
    }

    @Test
    void reserved_addresses_are_not_given_again() {
        AddressPool pool = new AddressPool("127.9.0.0/24");
        pool.reserve("127.9.0.2");
        pool.reserve("127.9.0.3");
        assertThat(pool.take()).isEqualTo("127.9.0.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/16", "127.0.0.0/8", "127.1.0.0/31", "127.1.0.0", "127.1.0.300/16", "nonsense/16"})
    void only_loopback_ranges_of_a_sensible_size_are_taken(String range) {
        assertThatThrownBy(() -> new AddressPool(range)).isInstanceOf(IllegalArgumentException.class);
    }
}
