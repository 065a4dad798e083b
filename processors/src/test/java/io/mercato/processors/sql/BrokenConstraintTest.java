package io.mercato.processors.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.processors.database.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;

class BrokenConstraintTest {
    private static final TestDatabase DATABASE = TestDatabase.with();

    @BeforeAll
    static void tables() {
        DATABASE.jdbc().sql("""
                        create table cloud (id int primary key, name text not null unique, external_id text unique);
                        create table size (
                            id       int primary key,
                            cloud_id int not null references cloud,
                            name     varchar(5) not null,
                            "user"   text,
                            root_disk_space int check (root_disk_space >= 0),
                            price    numeric(4, 2),
                            unique (cloud_id, name),
                            check (root_disk_space <> id)
                        );
                        create unique index size_user on size (lower("user"));
                        create unique index size_price on size (cloud_id, coalesce("user", 'nobody'::text)) where price = 1;
                        insert into cloud values (1, 'Here', 'x'), (2, 'There', null);
                        insert into size values (1, 1, 'small', 'Ada(=)=(b)', 10, 1);
                        """).update();
    }

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "insert into cloud values (3, 'Here', null) | name",
                "insert into cloud values (3, 'Away', 'x') | externalId",
                "update cloud set name = 'Here' where id = 2 | name",
                "insert into size values (2, 1, 'small', null, 1) | cloud, name",
                "insert into size values (2, 2, 'small', 'ADA(=)=(B)', 1) | user",
                "insert into size values (2, 1, 'big', null, 1, 1), (3, 1, 'bigx', null, 1, 1) | cloud, user"
            })
    void what_has_to_be_the_only_one_is_a_conflict_that_names_its_fields(String sql, String fields) {
        MercatoException failure = failure(sql);

        assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(failure.holders())
                .containsExactly(new ErrorHolder(
                        "duplicate",
                        "Field " + fields + ": there is already one with this value",
                        Map.of("field", fields)));
    }

    @Test
    void a_reference_that_leads_nowhere_is_refused_by_its_field() {
        MercatoException failure = failure("insert into size values (2, 77, 'big', null, 1)");

        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure).hasMessage("Field cloud refers to 77, which does not exist");
        assertThat(failure.holders().get(0).extraFields()).containsEntry("field", "cloud");
    }

    @Test
    void what_others_refer_to_stays() {
        MercatoException failure = failure("delete from cloud where id = 1");

        assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(failure.key()).isEqualTo("still-in-use");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "insert into size values (2, 1, null, null, 1) | Field name: must be given",
                "insert into size values (2, null, 'big', null, 1) | Field cloud: must be given",
                "insert into size values (2, 1, 'big', null, -1) | Field rootDiskSpace: has a value that is not allowed",
                "insert into size values (2, 1, 'big', null, 2) | A value is too large",
                "insert into size values (2, 1, 'bigger', null, 1) | A value is too large",
                "insert into size values (2, 1, 'big', null, 1, 100) | A value is too large"
            })
    void a_value_that_cannot_be_kept_is_refused(String sql, String words) {
        MercatoException failure = failure(sql);

        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure).hasMessageStartingWith(words);
    }

    @Test
    void a_failure_that_is_not_the_databases_is_still_explained() {
        assertThat(BrokenConstraint.explain(new DataIntegrityViolationException("no"))
                        .key())
                .isEqualTo("not-storable");
    }

    private static MercatoException failure(String sql) {
        return BrokenConstraint.explain(catchThrowableOfType(
                DataIntegrityViolationException.class,
                () -> DATABASE.jdbc().sql(sql).update()));
    }
}
