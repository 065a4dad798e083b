package io.mercato.rest.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.ReleaseNote;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** {@code ProductChangelogEntry} of the contract; its id is its place in the product's list. */
public record ReleaseNoteBody(
        Integer id,
        Instant date,
        @NotBlank @Size(max = 255) String version,
        @NotBlank @Size(max = 65536) String text) {

    static List<ReleaseNoteBody> of(List<ReleaseNote> notes) {
        return notes == null
                ? null
                : IntStream.range(0, notes.size())
                        .mapToObj(i -> new ReleaseNoteBody(
                                i + 1,
                                notes.get(i).date(),
                                notes.get(i).version(),
                                notes.get(i).text()))
                        .toList();
    }

    ReleaseNote toDomain() {
        return new ReleaseNote(date, version.strip(), text);
    }
}
