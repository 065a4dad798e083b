package io.mercato.processors.cmw.people;

import io.mercato.domain.cassetto.message.CassettoCommand.ReleaseObject;
import io.mercato.domain.message.OutgoingMessage;
import io.mercato.processors.cmw.file.FileStore;
import io.mercato.processors.messaging.Outbox;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a user showed to others. */
@Component
public class UserFiles {
    private final JdbcClient jdbc;
    private final Outbox outbox;

    public UserFiles(JdbcClient jdbc, @Qualifier("cmwOutbox") Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    private record Held(int id, String digest) {}

    /** The rows at once, their contents once cassetto hears that nobody holds them. */
    void remove(int user) {
        jdbc.sql("delete from cmw.file where owner_user_id = ? and kind = 'USER_FILE' returning id, digest")
                .param(user)
                .query((row, index) -> new Held(row.getInt("id"), row.getString("digest")))
                .list()
                .forEach(file -> outbox.append(OutgoingMessage.now(
                        FileStore.COMMANDS,
                        ReleaseObject.class.getSimpleName(),
                        FileStore.holder(file.id()),
                        new ReleaseObject(file.digest(), FileStore.holder(file.id())))));
    }
}
