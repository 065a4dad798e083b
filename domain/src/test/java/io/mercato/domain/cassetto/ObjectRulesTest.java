package io.mercato.domain.cassetto;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cassetto.ThumbnailPlan.Size;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, sizes, orientations and tags of contents. */
class ObjectRulesTest {
    private static final String DIGEST = "ab" + "0123456789abcdef".repeat(3) + "0123456789abcd";

    @Test
    void a_key_leads_back_to_its_content() {
        assertThat(ObjectKeys.object(DIGEST)).isEqualTo("objects/ab/" + DIGEST);
        assertThat(ObjectKeys.thumbnail(DIGEST, 320)).isEqualTo("thumbnails/ab/" + DIGEST + "/320.webp");
        assertThat(ObjectKeys.digest(ObjectKeys.object(DIGEST))).contains(DIGEST);
        assertThat(ObjectKeys.digest(ObjectKeys.thumbnail(DIGEST, 320))).contains(DIGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "objects/", "objects/ab/short", "notes.txt", "objects/cd/ab", "thumbnails/ab/x/1.webp"})
    void a_key_that_is_not_ours_belongs_to_nothing(String key) {
        assertThat(ObjectKeys.digest(key)).isEmpty();
        assertThat(ObjectKeys.digest(key + DIGEST)).isEmpty();
    }

    @Test
    void thumbnails_are_smaller_than_the_image_and_keep_its_proportions() {
        assertThat(ThumbnailPlan.of(1000, 500, List.of(640, 160, 1000, 2000, 640, 0, -5)))
                .containsExactly(new Size(160, 80), new Size(640, 320));
        assertThat(ThumbnailPlan.of(1000, 1, List.of(160))).containsExactly(new Size(160, 1));
        assertThat(ThumbnailPlan.of(100, 100, List.of(160))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 160", "160, 160", "161, 320", "640, 640"})
    void the_smallest_one_that_is_wide_enough_answers_a_wish(int wanted, int best) {
        assertThat(ThumbnailPlan.best(List.of(640, 160, 320), wanted)).contains(best);
    }

    @Test
    void a_wish_that_none_is_wide_enough_for_is_answered_by_the_image() {
        assertThat(ThumbnailPlan.best(List.of(160, 320), 321)).isEmpty();
        assertThat(ThumbnailPlan.best(List.of(), 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, 1280, 1", "2560, 1280, 1", "5120, 1280, 2", "40000, 1280, 15", "10, 0, 5"})
    void a_large_image_is_read_thinly(int width, int thumbnail, int step) {
        assertThat(ThumbnailPlan.subsampling(width, thumbnail)).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, 0, false", "2, true, 0, false", "3, false, 2, false", "4, true, 2, false",
        "5, true, 3, true", "6, false, 1, true", "7, true, 1, true", "8, false, 3, true",
        "0, false, 0, false", "9, false, 0, false", "-1, false, 0, false"
    })
    void the_eight_ways_that_a_photograph_lies(int exif, boolean mirrored, int turns, boolean swapped) {
        Orientation orientation = Orientation.of(exif);

        assertThat(orientation.isMirrored()).isEqualTo(mirrored);
        assertThat(orientation.quarterTurns()).isEqualTo(turns);
        assertThat(orientation.isSwapped()).isEqualTo(swapped);
    }

    @Test
    void a_tag_that_the_client_has_is_known_again() {
        assertThat(EntityTags.names(List.of("x", "abc"), "abc")).isTrue();
        assertThat(EntityTags.names(List.of("*"), "abc")).isTrue();
        assertThat(EntityTags.names(List.of("ab", "abcd"), "abc")).isFalse();
        assertThat(EntityTags.names(List.of(), "abc")).isFalse();
    }

    @Test
    void a_type_has_its_extension_and_is_shown_or_saved() {
        assertThat(MediaType.extension("image/jpeg")).isEqualTo("jpg");
        assertThat(MediaType.extension("application/x-new")).isEqualTo("bin");
        assertThat(MediaType.isShown("image/svg+xml")).isTrue();
        assertThat(MediaType.isShown("application/zip")).isFalse();
        assertThat(MediaType.isShown("text/html")).isFalse();
        assertThat(MediaType.isRaster("image/svg+xml")).isFalse();
        assertThat(MediaType.isRaster("image/webp")).isTrue();
    }
}
