package io.mercato.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    private static final int SIZE = 100;

    private static Optional<ByteRange> wanted(@Nullable String range, @Nullable String ifRange) {
        return ByteRange.wanted(new Wanted(List.of(), range, ifRange), "tag", SIZE);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0, 1",
        "bytes=0-99, 0, 99, 100",
        "bytes=0-, 0, 99, 100",
        "bytes=10-19, 10, 19, 10",
        "bytes=99-, 99, 99, 1",
        "bytes=90-5000, 90, 99, 10",
        "bytes=90-99999999999999999999999, 90, 99, 10",
        "bytes=-1, 99, 99, 1",
        "bytes=-100, 0, 99, 100",
        "bytes=-5000, 0, 99, 100",
        "bytes=-99999999999999999999999, 0, 99, 100",
        "BYTES = 1 - 2, 1, 2, 2"
    })
    void one_part_is_had(String range, long first, long last, long length) {
        ByteRange part = wanted(range, null).orElseThrow();

        assertThat(part).isEqualTo(new ByteRange(first, last));
        assertThat(part.length()).isEqualTo(length);
        assertThat(part.of(SIZE)).isEqualTo("bytes " + first + "-" + last + "/100");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=5-4",
                "bytes=a-b",
                "bytes=+1-2",
                "bytes=1--2",
                "bytes=0-1,5-6",
                "bytes=0-1, 500-",
                "lines=1-2",
                "0-1"
            })
    void all_else_is_answered_with_everything(@Nullable String range) {
        assertThat(wanted(range, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=99999999999999999999-", "bytes=-0"})
    void what_begins_behind_the_end_cannot_be_had(String range) {
        MercatoException refusal = catchThrowableOfType(MercatoException.class, () -> wanted(range, null));

        assertThat(refusal.kind()).isEqualTo(ErrorKind.UNSATISFIABLE);
        assertThat(refusal.holders().get(0).extraFields()).containsEntry("size", "100");
    }

    @Test
    void of_nothing_there_is_no_part() {
        Wanted first = new Wanted(List.of(), "bytes=0-0", null);

        assertThat(catchThrowableOfType(MercatoException.class, () -> ByteRange.wanted(first, "tag", 0))
                        .kind())
                .isEqualTo(ErrorKind.UNSATISFIABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"tag\"', true",
        "' \"tag\" ', true",
        "'W/\"tag\"', false",
        "'\"other\"', false",
        "tag, false",
        "*, false",
        "'Wed, 21 Oct 2015 07:28:00 GMT', false"
    })
    void a_part_of_these_bytes_goes_with_these_bytes_only(String ifRange, boolean part) {
        assertThat(wanted("bytes=1-2", ifRange).isPresent()).isEqualTo(part);
    }

    @Test
    void who_has_begun_with_other_bytes_is_sent_everything_even_where_there_is_no_such_part() {
        assertThat(wanted("bytes=500-", "\"other\"")).isEmpty();
    }
}
