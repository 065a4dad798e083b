package io.mercato.processors.cassetto;

import io.mercato.domain.cassetto.MakeThumbnails;
import io.mercato.domain.cassetto.MediaType;
import io.mercato.domain.cassetto.message.StoredObject;
import io.mercato.domain.message.OutgoingMessage;
import io.mercato.processors.messaging.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of the contents. Whoever puts bytes on the storage or takes them away holds the content's row meanwhile. */
@Component
public class ObjectStore {
    private static final String THUMBNAILS = "queue.cassetto.thumbnails";
    private static final String CLAIM = """
            insert into cassetto.object as o (digest, touched_at) values (?, ?)
            on conflict (digest) do update set touched_at = excluded.touched_at
            returning stored
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Outbox outbox;

    public ObjectStore(JdbcClient jdbc, Clock clock, @Qualifier("cassettoOutbox") Outbox outbox) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.outbox = outbox;
    }

    /**
     * Holds the content's row until the transaction ends, made if there is none, and keeps the content from being removed
     * for a while. True when its bytes are on the storage already.
     */
    public boolean claim(Candidate candidate) {
        return jdbc.sql(CLAIM)
                .params(candidate.object().digest(), Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** The bytes are on the storage; of images, smaller ones are asked for. */
    public void stored(Candidate candidate) {
        StoredObject object = candidate.object();
        jdbc.sql("update cassetto.object set stored = true, sha512 = ?, type = ?, size = ?, width = ?, height = ?"
                        + " where digest = ?")
                .params(object.sha512(), object.type(), object.size(), object.width(), object.height(), object.digest())
                .update();
        if (MediaType.isRaster(object.type())) {
            String about = "object/" + object.digest();
            outbox.append(OutgoingMessage.now(
                    THUMBNAILS, MakeThumbnails.class.getSimpleName(), about, new MakeThumbnails(object.digest())));
        }
    }

    /** What is known of a content whose bytes are on the storage. */
    public Optional<KnownObject> find(String digest) {
        return jdbc.sql("select digest, type, size, width, height from cassetto.object where digest = ? and stored")
                .param(digest)
                .query((row, index) -> new KnownObject(
                        row.getString("digest"),
                        row.getString("type"),
                        row.getLong("size"),
                        row.getInt("width"),
                        row.getInt("height")))
                .optional();
    }

    /** The same; null when there is none. */
    public KnownObject known(String digest) {
        return find(digest).orElse(null);
    }

    /** Widths and sizes of the smaller images that there are. */
    public List<KnownThumbnail> thumbnails(String digest) {
        return jdbc.sql("select width, size from cassetto.thumbnail where digest = ? order by width")
                .param(digest)
                .query((row, index) -> new KnownThumbnail(row.getInt("width"), row.getLong("size")))
                .list();
    }

    /** The smaller images are on the storage; nothing is written when the content has gone meanwhile. */
    public void made(String digest, List<Thumbnail> thumbnails) {
        for (Thumbnail thumbnail : thumbnails) {
            jdbc.sql("insert into cassetto.thumbnail (digest, width, height, size)"
                            + " select digest, ?, ?, ? from cassetto.object where digest = ? for key share"
                            + " on conflict (digest, width) do update set size = excluded.size")
                    .params(thumbnail.width(), thumbnail.height(), thumbnail.bytes(), digest)
                    .update();
        }
    }

    /** @param width 0 of what is no image */
    public record KnownObject(String digest, String type, long size, int width, int height) {}

    public record KnownThumbnail(int width, long size) {}
}
