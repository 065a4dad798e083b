package io.mercato.processors.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The messages that a module has dealt with: rows of {@code <schema>.inbox}, written in the transaction that did so. */
public class Inbox {
    private final String module;
    private final JdbcClient jdbc;
    private final Clock clock;

    public Inbox(String module, JdbcClient jdbc, Clock clock) {
        this.module = ModuleName.checked(module);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this message is seen for the first time; from now on, if the transaction commits, it is not. */
    public boolean isNew(UUID messageId) {
        return jdbc.sql("insert into " + module + ".inbox (message_id) values (?) on conflict do nothing")
                        .param(messageId)
                        .update()
                == 1;
    }

    /** The same, of a message header's text. */
    public boolean isNew(String messageId) {
        return isNew(UUID.fromString(messageId));
    }

    /** Forgets what is older; to be longer than the broker redelivers. Returns how many were forgotten. */
    public int forget(Duration olderThan) {
        return jdbc.sql("delete from " + module + ".inbox where received_at < ?")
                .param(OffsetDateTime.ofInstant(clock.instant().minus(olderThan), ZoneOffset.UTC))
                .update();
    }
}
