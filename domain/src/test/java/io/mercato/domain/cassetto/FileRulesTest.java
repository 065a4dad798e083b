package io.mercato.domain.cassetto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mercato.domain.cassetto.FileFacts.Archive;
import io.mercato.domain.cassetto.FileFacts.Image;
import io.mercato.domain.cassetto.FileLimits.Bounds;
import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRulesTest {
    private static final Bounds BOUNDS = new Bounds(1_000_000, 10_000_000, 100, 50, 2);
    private static final FileLimits PICTURES = new FileLimits(List.of("image/png", "image/svg+xml"), 1_000_000, BOUNDS);
    private static final FileLimits FILES =
            new FileLimits(List.of("application/pdf", "application/zip", "text/plain"), 1_000_000, BOUNDS);

    private static FileFacts file(String type, long size) {
        return new FileFacts(type, size, null, null, List.of());
    }

    private static FileFacts png(int width, int height) {
        return new FileFacts("image/png", 1_000, new Image(width, height), null, List.of());
    }

    private static FileFacts zip(long size, int entries, long unpacked, int depth) {
        return new FileFacts("application/zip", size, null, new Archive(entries, unpacked, depth), List.of());
    }

    private static MercatoException refusal(FileFacts facts, FileLimits limits) {
        MercatoException refusal = catchThrowableOfType(MercatoException.class, () -> FileRules.require(facts, limits));
        assertThat(refusal).as("nothing is wrong with " + facts).isNotNull();
        assertThat(refusal.kind()).isEqualTo(ErrorKind.REJECTED);
        return refusal;
    }

    @Test
    void another_type_is_refused_by_name_with_those_that_are_taken() {
        ErrorHolder holder =
                refusal(file("application/pdf", 10), PICTURES).holders().get(0);

        assertThat(holder.key()).isEqualTo("unsupported-file-type-%detected%-%supported%");
        assertThat(holder.error()).isEqualTo("Unsupported file type: application/pdf");
        assertThat(holder.extraFields())
                .isEqualTo(Map.of("detected", "application/pdf", "supported", "image/png, image/svg+xml"));
    }

    @Test
    void an_empty_file_is_refused_whatever_it_is_said_to_be() {
        assertThat(refusal(file("text/plain", 0), FILES).key()).isEqualTo("empty-file");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1000000, true", "1000001, false"})
    void a_file_may_be_as_large_as_the_limit(long size, boolean taken) {
        FileFacts facts = file("application/pdf", size);
        if (taken) {
            assertThatCode(() -> FileRules.require(facts, FILES)).doesNotThrowAnyException();
        } else {
            ErrorHolder holder = refusal(facts, FILES).holders().get(0);
            assertThat(holder.key()).isEqualTo("file-too-large-%size%-%limit%");
            assertThat(holder.extraFields()).isEqualTo(Map.of("size", "1000001", "limit", "1000000"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, true",
        "1000, 1000, true",
        "1000, 1001, false",
        "60000, 60000, false",
        "0, 5, false",
        "5, -1, false"
    })
    void an_image_is_taken_by_the_number_of_its_pixels(int width, int height, boolean taken) {
        if (taken) {
            assertThatCode(() -> FileRules.require(png(width, height), PICTURES))
                    .doesNotThrowAnyException();
        } else {
            assertThat(refusal(png(width, height), PICTURES).key())
                    .isIn("image-too-large-%width%-%height%-%limit%", "unreadable-file-%type%");
        }
    }

    @Test
    void pixels_are_counted_without_an_overflow() {
        ErrorHolder holder = refusal(png(65_536, 65_536), PICTURES).holders().get(0);

        assertThat(holder.extraFields()).containsEntry("width", "65536").containsEntry("limit", "1000000");
    }

    @Test
    void an_image_whose_header_makes_no_sense_is_refused() {
        assertThat(refusal(file("image/png", 10), PICTURES).holders().get(0).extraFields())
                .isEqualTo(Map.of("type", "image/png"));
    }

    @Test
    void an_svg_that_is_only_a_picture_is_taken_and_any_other_is_refused_with_what_it_has() {
        FileFacts still = file("image/svg+xml", 10);
        FileFacts active = new FileFacts("image/svg+xml", 10, null, null, List.of("element script", "doctype"));

        assertThatCode(() -> FileRules.require(still, PICTURES)).doesNotThrowAnyException();
        ErrorHolder holder = refusal(active, PICTURES).holders().get(0);
        assertThat(holder.key()).isEqualTo("unsafe-svg-%found%");
        assertThat(holder.extraFields()).isEqualTo(Map.of("found", "element script"));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 50, 100000, 2, true",
        "1000, 51, 100000, 2, false",
        "1000, 50, 100001, 2, false",
        "1000, 50, 100000, 3, false",
        "900000, 1, 10000000, 1, true",
        "900000, 1, 10000001, 1, false"
    })
    void an_archive_is_a_bomb_by_what_it_becomes(long size, int entries, long unpacked, int depth, boolean taken) {
        FileFacts facts = zip(size, entries, unpacked, depth);
        if (taken) {
            assertThatCode(() -> FileRules.require(facts, FILES)).doesNotThrowAnyException();
        } else {
            assertThat(refusal(facts, FILES).key()).isEqualTo("archive-not-taken-%reason%");
        }
    }

    @Test
    void an_archive_that_cannot_be_read_is_refused() {
        assertThat(refusal(file("application/zip", 10), FILES).key()).isEqualTo("unreadable-file-%type%");
    }

    @Test
    void counting_an_archives_content_ends_where_it_is_too_much_anyway() {
        assertThat(BOUNDS.unpackedFor(10)).isEqualTo(1_000);
        assertThat(BOUNDS.unpackedFor(100_000)).isEqualTo(10_000_000);
        assertThat(BOUNDS.unpackedFor(Long.MAX_VALUE)).isEqualTo(10_000_000);
    }
}
