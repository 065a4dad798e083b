package io.mercato.processors.cmw.changelog;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.cmw.changelog.Change;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Rows;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed what, and when. */
@Component
public class ChangelogStore {
    private static final TypeReference<List<Change.Value>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    public ChangelogStore(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public void append(String entity, int id, Change.Kind change, Principal author, List<Change.Value> values) {
        jdbc.sql("""
                        insert into cmw.changelog (entity, entity_id, at, author_id, author, change, changes)
                        values (?, ?, ?, nullif(?, 0), ?, ?, cast(? as jsonb))
                        """)
                .params(
                        entity,
                        id,
                        Rows.at(clock.instant()),
                        author.userId(),
                        author.author(),
                        change.name(),
                        json.write(values))
                .update();
    }

    /** The oldest first. */
    public List<Change> of(String entity, int id) {
        return jdbc.sql("select * from cmw.changelog where entity = ? and entity_id = ? order by id")
                .params(entity, id)
                .query((row, index) -> new Change(
                        row.getLong("id"),
                        row.getString("entity"),
                        row.getInt("entity_id"),
                        Rows.instant(row, "at"),
                        Rows.integer(row, "author_id"),
                        row.getString("author"),
                        Change.Kind.valueOf(row.getString("change")),
                        json.read(row.getString("changes"), VALUES)))
                .list();
    }
}
