package io.mercato.processors.cassetto;

import io.mercato.domain.cassetto.ObjectKeys;
import io.mercato.domain.storage.ListObjects;
import io.mercato.domain.storage.StoredKey;
import io.mercato.processors.messaging.Inbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be removed: contents that nobody holds any more, and what lies on the storage unknown to the record. */
@Component
public class ObjectCleaner {
    /** How many keys of the storage are looked at in one go. */
    public static final int PAGE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(ObjectCleaner.class);
    private static final String UNHELD = """
            select digest from cassetto.object o
            where touched_at < ? and not exists (select from cassetto.reference r where r.digest = o.digest)
            order by touched_at limit 1 for update skip locked
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Inbox inbox;
    private final CassettoProperties properties;

    public ObjectCleaner(
            JdbcClient jdbc, Clock clock, @Qualifier("cassettoInbox") Inbox inbox, CassettoProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.inbox = inbox;
        this.properties = properties;
    }

    /**
     * A content that nobody has held for long enough, its row held until the transaction ends; null when there is none. An
     * upload of the same content waits, and finds the row gone. Who takes hold of it while the row is waited for is seen,
     * since a second look is taken.
     */
    public String claim() {
        return jdbc.sql(UNHELD)
                .param(Timestamp.from(tooOld()))
                .query(String.class)
                .optional()
                .filter(digest -> !isHeld(digest))
                .orElse(null);
    }

    /** The content's bytes are gone from the storage. */
    public void removed(String digest) {
        jdbc.sql("delete from cassetto.object where digest = ?").param(digest).update();
        LOG.info("Removed the content {}, which nobody holds", digest);
    }

    public String key(String digest) {
        return ObjectKeys.object(digest);
    }

    public ListObjects thumbnails(String digest) {
        return new ListObjects(ObjectKeys.thumbnails(digest), "", PAGE);
    }

    /** The next keys of the storage behind this one. */
    public ListObjects next(String after) {
        return new ListObjects("", after, PAGE);
    }

    /** The last of these keys; null when they are the storage's last. */
    public String last(List<StoredKey> keys) {
        return keys.size() < PAGE ? null : keys.get(keys.size() - 1).key();
    }

    /**
     * Puts contents on record that lie on the storage unknown, long enough for no upload to be under way; they are removed
     * like any other that nobody holds. Keys that are not ours are reported and left alone.
     */
    public void adopt(List<StoredKey> keys) {
        for (StoredKey key : keys) {
            ObjectKeys.digest(key.key())
                    .ifPresentOrElse(
                            digest -> putOnRecord(digest, key),
                            () -> LOG.warn("On the storage lies {}, which is none of ours", key.key()));
        }
    }

    /** Forgets messages that no broker redelivers any more. */
    public void forget() {
        inbox.forget(properties.keepInbox());
    }

    private void putOnRecord(String digest, StoredKey key) {
        if (key.modifiedAt().isBefore(tooOld())
                && jdbc.sql("insert into cassetto.object (digest, touched_at) values (?, ?) on conflict do nothing")
                                .params(digest, Timestamp.from(clock.instant()))
                                .update()
                        == 1) {
            LOG.warn(
                    "On the storage lies {}, which nobody knows; it is removed unless somebody asks for it", key.key());
        }
    }

    private boolean isHeld(String digest) {
        return jdbc.sql("select exists (select from cassetto.reference where digest = ?)")
                .param(digest)
                .query(Boolean.class)
                .single();
    }

    private Instant tooOld() {
        return clock.instant().minus(properties.keepUnreferenced());
    }
}
