package io.mercato.platform.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HousekeepingTest extends CoreRoutes {

    @Test
    void what_is_old_is_forgotten_and_what_is_not_is_kept() {
        for (int days : new int[] {1, 3, 10}) {
            jdbc.sql("insert into cmw.inbox values (?, ?::timestamptz - make_interval(days => ?))")
                    .params(UUID.randomUUID(), clock.instant().toString(), days)
                    .update();
            jdbc.sql("insert into cmw.idempotency_key (user_id, key, request_hash, created_at)"
                            + " values (?, ?, 'x', ?::timestamptz - make_interval(days => ?))")
                    .params(
                            market.customer.userId(),
                            "key" + days,
                            clock.instant().toString(),
                            days)
                    .update();
        }

        call("direct:cmw-forget", Principal.SYSTEM, null, null, Object.class);

        assertThat(market.column(Integer.class, "select count(*) from cmw.inbox"))
                .containsExactly(2);
        assertThat(market.column(String.class, "select key from cmw.idempotency_key"))
                .containsExactly("key1");
    }
}
