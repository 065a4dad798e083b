package io.mercato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRowsTest {
    private record Price(BigDecimal net) {}

    private record Row(
            String name,
            BigDecimal amount,
            Price total,
            List<BigDecimal> steps,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
            String password) {}

    @Test
    void amounts_are_written_out_wherever_they_stand_and_what_is_only_written_is_no_column() throws IOException {
        String csv = csv(new Row(
                "x",
                new BigDecimal("2E+1"),
                new Price(new BigDecimal("-2E+1")),
                List.of(new BigDecimal("1E+2")),
                "secret"));

        assertThat(csv.lines()).containsExactly("name,amount,total,steps", "x,20,\"{\"\"net\"\":-20}\",100");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "-5+cmd, '-5+cmd",
                "-5, -5",
                "-5.25, -5.25",
                "-2+3, '-2+3",
                "-x, '-x",
                "=1, '=1",
                "+39 5, '+39 5",
                "@a, '@a",
                "a-b, a-b"
            })
    void what_a_spreadsheet_would_compute_is_defused(String name, String cell) throws IOException {
        assertThat(csv(new Row(name, null, null, List.of(), null))
                        .lines()
                        .skip(1)
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(line.replace("\"", "")).startsWith(cell + ","));
    }

    private static String csv(Row row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvRows rows = new CsvRows(out, Row.class)) {
            rows.add(new RestJson().tree(row, ApiVersion.NEWEST));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
