package io.mercato.processors.cassetto;

import io.mercato.domain.cassetto.message.CassettoCommand;
import io.mercato.domain.cassetto.message.CassettoCommand.KeepObject;
import io.mercato.domain.cassetto.message.CassettoCommand.ReleaseObject;
import io.mercato.processors.json.Json;
import io.mercato.processors.messaging.Inbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds which content. */
@Component("cassettoReferences")
public class References {
    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final Json json;
    private final Clock clock;

    public References(JdbcClient jdbc, @Qualifier("cassettoInbox") Inbox inbox, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.json = json;
        this.clock = clock;
    }

    /** Of a message: its type and its text. */
    public CassettoCommand read(String type, String body) {
        return json.readOneOf(CassettoCommand.class, type, body);
    }

    /** Does what the command says, once. A content that is not there cannot be held: that fails. */
    public void apply(String messageId, CassettoCommand command) {
        if (!inbox.isNew(UUID.fromString(messageId))) {
            return;
        }
        if (command instanceof KeepObject keep) {
            jdbc.sql("insert into cassetto.reference (digest, holder) values (?, ?) on conflict do nothing")
                    .params(keep.digest(), keep.holder())
                    .update();
        } else if (command instanceof ReleaseObject release) {
            release(release);
        }
    }

    /** From now on it is kept for the usual while, should nobody else hold it. */
    private void release(ReleaseObject release) {
        jdbc.sql("delete from cassetto.reference where digest = ? and holder = ?")
                .params(release.digest(), release.holder())
                .update();
        jdbc.sql("update cassetto.object set touched_at = ? where digest = ?")
                .params(Timestamp.from(clock.instant()), release.digest())
                .update();
    }
}
