package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.changelog.Change;
import io.mercato.rest.UrlEntity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Who changed what, and when. */
public record ChangelogBody(List<Commit> commits) {

    /** @param properties {@code author}: the name, with that of the member of staff who acted for him */
    public record Commit(
            long id,
            UrlEntity author,
            Change.Kind change,
            List<Change.Value> changes,
            Instant date,
            Map<String, String> properties) {}

    public static ChangelogBody of(List<?> changes) {
        return new ChangelogBody(changes.stream()
                .map(Change.class::cast)
                .map(ChangelogBody::commit)
                .toList());
    }

    private static Commit commit(Change change) {
        return new Commit(
                change.id(),
                UrlEntity.of("user", change.authorId()),
                change.change(),
                change.changes(),
                change.at(),
                Map.of("author", change.author()));
    }
}
