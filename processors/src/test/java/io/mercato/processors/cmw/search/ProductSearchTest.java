package io.mercato.processors.cmw.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mercato.domain.error.MercatoException;
import io.mercato.domain.paging.Page;
import io.mercato.processors.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductSearchTest {
    private static TestDatabase database;
    private Shelf shelf;
    private int postgres;
    private int wiki;
    private int backup;

    @BeforeAll
    static void start() {
        database = TestDatabase.with("cmw");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void fill() {
        shelf = new Shelf(database);
        postgres = shelf.product(
                "PostgreSQL",
                "Managed relational databases",
                "Point-in-time recovery, replicas in two regions, and a wiki with recipes for node.js clients.");
        shelf.translate(postgres, "it", "PostgreSQL gestito", "Basi di dati relazionali, qualità garantita", "");
        shelf.translate(postgres, "de", "Verwaltetes PostgreSQL", "Datenbanken für jedes Haus", "Größe nach Bedarf");
        wiki = shelf.product("Notebook Wiki", "Pages that teams write together", "Exports to many formats");
        shelf.translate(wiki, "it", "Quaderno", "Pagine che le squadre scrivono insieme", "Città e fatture");
        backup = shelf.product("Night Watch", "Backups of databases", "Copies every hour");
        shelf.set(backup, "tags = '[\"café\", \"disaster recovery\"]'");
    }

    @Test
    void words_are_found_by_their_stems_in_the_reader_s_language() {
        assertThat(shelf.find("en", "database")).containsExactlyInAnyOrder(postgres, backup);
        assertThat(shelf.find("en", "writing pages")).containsExactly(wiki);
        assertThat(shelf.find("it", "squadra")).containsExactly(wiki);
        assertThat(shelf.find("it", "fattura")).containsExactly(wiki);
        assertThat(shelf.find("de", "Datenbank")).containsExactly(postgres);
        assertThat(shelf.find("de", "Häuser")).containsExactly(postgres);
    }

    @Test
    void words_as_they_are_written_are_found_in_any_language() {
        assertThat(shelf.find("it", "databases")).containsExactlyInAnyOrder(postgres, backup);
        assertThat(shelf.find("en", "squadre")).containsExactly(wiki);
        assertThat(shelf.find("tlh", "databases")).containsExactlyInAnyOrder(postgres, backup);
    }

    @Test
    void accents_and_case_make_no_difference() {
        assertThat(shelf.find("it", "QUALITA")).containsExactly(postgres);
        assertThat(shelf.find("it", "citta")).containsExactly(wiki);
        assertThat(shelf.find("de", "grosse")).containsExactly(postgres);
        assertThat(shelf.find("cafe")).containsExactly(backup);
        assertThat(shelf.find("stadtische")).hasSize(3);
    }

    @Test
    void the_last_word_need_not_be_typed_to_its_end() {
        assertThat(shelf.find("postg")).containsExactly(postgres);
        assertThat(shelf.find("disaster reco")).containsExactly(backup);
        assertThat(shelf.find("n")).contains(wiki, backup);
        assertThat(shelf.find("reco disaster")).isEmpty();
    }

    @Test
    void a_half_typed_word_that_begins_no_known_one_is_looked_for_in_all_texts() {
        assertThat(shelf.find("recip")).containsExactly(postgres);
        assertThat(shelf.find("wiki recip")).containsExactly(postgres);
    }

    @Test
    void when_no_product_has_a_known_word_that_begins_so_any_will_do() {
        shelf.product("Recipient", "Lists of addresses", "");

        assertThat(shelf.find("wiki recip")).containsExactly(postgres);
    }

    @Test
    void more_words_than_can_be_tried_begin_with_what_was_typed() {
        for (int i = 0; i < 25; i++) {
            shelf.product("Zork" + (char) ('a' + i), "", "");
        }

        assertThat(shelf.find("zork")).hasSize(25);
    }

    @Test
    void words_are_narrowed_by_marks_whatever_letters_they_have() {
        String tag = "l'été: 50% \\ & | ! (a)";
        shelf.set(wiki, "tags = jsonb_build_array('" + tag.replace("'", "''") + "')");

        assertThat(shelf.find(shelf.customer, Map.of("query", "pages", "tag", tag)))
                .containsExactly(wiki);
        assertThat(shelf.find(shelf.customer, Map.of("query", "databases", "tag", tag)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"category", "type", "syndicated", "company", "featured", ":type:SYNDICATED", "price"})
    void what_products_are_narrowed_by_are_no_words_of_theirs(String typed) {
        assertThat(shelf.find(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"potsgres", "Postgersql", "posgresql", "PostgreSLQ"})
    void a_word_that_was_typed_wrongly_is_taken_for_the_nearest_one(String typed) {
        assertThat(shelf.find(typed)).containsExactly(postgres);
    }

    @ParameterizedTest
    @CsvSource({
        "mial, Mail",
        "mali, Mail",
        "maill, Mail",
        "vidoe, Video",
        "viedo, Video",
        "ivdeo, Video",
        "vdeo, Video",
        "wki, Wiki",
        "wkii, Wiki",
        "wjki, Wiki"
    })
    void one_slip_in_a_short_word_is_mended(String typed, String meant) {
        int mail = shelf.product("Mail", "", "");
        int video = shelf.product("Video", "", "");

        assertThat(shelf.find(typed))
                .contains(Map.of("Mail", mail, "Video", video, "Wiki", wiki).get(meant));
    }

    @Test
    void a_product_is_found_by_its_category_in_any_of_its_languages() {
        shelf.jdbc
                .sql("update cmw.category set name = 'Storehouses', translations = jsonb_build_object('it',"
                        + " jsonb_build_object('name', 'Basi di cose')) where id = ?")
                .param(shelf.category)
                .update();

        assertThat(shelf.find("storehouse")).containsExactlyInAnyOrder(postgres, wiki, backup);
        assertThat(shelf.find("it", "basi di cose")).containsExactlyInAnyOrder(postgres, wiki, backup);
        assertThat(shelf.find("en", "cose")).hasSize(3);

        shelf.jdbc
                .sql("update cmw.category set name = 'Other', translations = '{}' where id = ?")
                .param(shelf.category)
                .update();
        assertThat(shelf.find("storehouse")).isEmpty();
        assertThat(shelf.find("it", "basi di cose")).isEmpty();
    }

    @Test
    void several_tags_are_all_there() {
        shelf.set(wiki, "tags = '[\"linux\", \"server\"]'");
        shelf.set(postgres, "tags = '[\"linux\", \"a,b\"]'");

        assertThat(shelf.find(shelf.customer, Map.of("tag", "linux,server"))).containsExactly(wiki);
        assertThat(shelf.find(shelf.customer, Map.of("tag", "linux"))).containsExactlyInAnyOrder(wiki, postgres);
        assertThat(shelf.find(shelf.customer, Map.of("tag", "a,b"))).containsExactly(postgres);
        assertThat(shelf.find(shelf.customer, Map.of("tag", "linux,nothing"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "5.1", "6"})
    void there_are_no_such_stars(String stars) {
        assertThatThrownBy(() -> shelf.find(shelf.customer, Map.of("rating", stars)))
                .isInstanceOf(MercatoException.class)
                .hasMessageContaining("rating");
    }

    @Test
    void one_wrong_word_among_right_ones_is_mended() {
        assertThat(shelf.find("managed databsaes")).containsExactly(postgres);
        assertThat(shelf.find("it", "quadreno")).containsExactly(wiki);
        assertThat(shelf.find("xyzzyplugh")).isEmpty();
    }

    @Test
    void the_words_of_nobody_but_a_draft_mend_nothing() {
        shelf.draft("Zanzibar", "", "");

        assertThat(shelf.find("zanzibra")).isEmpty();
        assertThat(shelf.jdbc
                        .sql("select count(*) from cmw.search_word where word like 'zanz%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void all_words_must_be_there_but_those_that_say_nothing() {
        assertThat(shelf.find("relational databases")).containsExactly(postgres);
        assertThat(shelf.find("the databases of the backups")).containsExactly(backup);
        assertThat(shelf.find("wiki hour")).isEmpty();
    }

    @Test
    void a_name_counts_more_than_a_description_and_that_more_than_a_long_text() {
        int plain = shelf.product("Recovery", "", "");

        assertThat(shelf.find("wiki")).containsExactly(wiki, postgres);
        assertThat(shelf.find("recovery")).containsExactly(plain, backup, postgres);
    }

    @Test
    void the_exact_name_comes_first_and_what_is_promoted_before_its_like() {
        int longer = shelf.product("Mail Server for Schools", "Mail", "");
        int exact = shelf.product("Mail", "Mail", "");
        int other = shelf.product("Mail Server for Clinics", "Mail", "");
        int promoted = shelf.product("Mail Server for Courts", "Mail", "");
        shelf.set(promoted, "weight = 5");

        assertThat(shelf.find("mail")).containsExactly(exact, promoted, other, longer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or 1=1 --",
                "'; drop table cmw.product; --",
                "& | ! ( ) : * <-> <2>",
                "foo & | bar",
                "!!!",
                "\\",
                "\"",
                "%",
                "{}",
                ":*",
                "a:*b",
                "'a':A",
                "\u0000",
                "pg\u0000",
                "🙂",
                "١٢٣",
                "数据库 データ",
                "\uD800"
            })
    void nothing_that_is_typed_breaks_the_search(String typed) {
        for (String key : List.of("query", "name", "nameFilter", "tag")) {
            assertThat(shelf.page(shelf.customer, Map.of(key, typed), 1, 20)).isNotNull();
        }
        assertThat(shelf.find("wiki")).isNotEmpty();
    }

    @Test
    void very_long_queries_are_cut() {
        assertThat(shelf.find("wiki ".repeat(20_000))).contains(wiki);
        assertThat(shelf.find("w".repeat(100_000))).isEmpty();
        assertThat(shelf.find("a b c d e f g h i j k l m n o p q r s t u v w x y z"))
                .isEmpty();
    }

    @Test
    void what_is_changed_is_found_as_it_is_now() {
        shelf.set(wiki, "name = 'Lexicon'");
        assertThat(shelf.find("lexicon")).containsExactly(wiki);
        assertThat(shelf.find("notebook")).isEmpty();

        shelf.jdbc
                .sql("update cmw.company set name = 'Umbrella' where id = ?")
                .param(shelf.vendorCompany)
                .update();
        assertThat(shelf.find("umbrella")).containsExactlyInAnyOrder(postgres, wiki, backup);
        assertThat(shelf.find("stadtische")).isEmpty();

        shelf.set(wiki, "deleted = true");
        assertThat(shelf.find("lexicon")).isEmpty();
    }

    @Test
    void who_changes_a_product_and_who_publishes_its_plan_at_the_same_time_are_both_found() throws Exception {
        int draft = shelf.draft("Draft", "", "");
        CountDownLatch published = new CountDownLatch(1);
        CountDownLatch renaming = new CountDownLatch(1);
        CompletableFuture<Void> publisher =
                CompletableFuture.runAsync(() -> database.transaction().executeWithoutResult(transaction -> {
                    shelf.plan(draft, "7");
                    published.countDown();
                    awaitUninterruptibly(renaming);
                }));
        awaitUninterruptibly(published);
        CompletableFuture<Void> renamer = CompletableFuture.runAsync(() -> shelf.set(draft, "name = 'Zeppelin'"));
        await().until(() -> shelf.jdbc
                        .sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database()")
                        .query(Integer.class)
                        .single()
                == 1);
        renaming.countDown();
        CompletableFuture.allOf(publisher, renamer).get(10, TimeUnit.SECONDS);

        assertThat(shelf.find("zeppelin")).containsExactly(draft);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_name_is_narrowed_by_letters_anywhere_and_by_one_or_two_where_a_word_begins() {
        assertThat(shelf.find(shelf.customer, Map.of("name", "ebook"))).containsExactly(wiki);
        assertThat(shelf.find(shelf.customer, Map.of("nameFilter", "QUADERNO"))).containsExactly(wiki);
        assertThat(shelf.find(shelf.customer, Map.of("name", "wi"))).containsExactly(wiki);
        assertThat(shelf.find(shelf.customer, Map.of("name", "ki"))).isEmpty();
        assertThat(shelf.find(shelf.customer, Map.of("name", "%"))).isEmpty();
        assertThat(shelf.find(shelf.customer, Map.of("name", "___"))).isEmpty();
    }

    @Test
    void a_list_is_ordered_as_it_is_asked_for() {
        shelf.plan(postgres, "1");
        shelf.set(wiki, "rating = 4.5");
        shelf.set(backup, "rating = 3");

        assertThat(ordered("NAME")).containsExactly(backup, wiki, postgres);
        assertThat(ordered("RATING")).containsExactly(wiki, backup, postgres);
        assertThat(ordered("price")).startsWith(postgres);
        assertThat(ordered("RELEVANCE")).isEqualTo(ordered("WEIGHT"));
        assertThat(shelf.find(shelf.customer, Map.of("query", "databases", "orderingType", "NAME")))
                .containsExactly(backup, postgres);
        assertThatThrownBy(() -> ordered("COLOUR"))
                .isInstanceOf(MercatoException.class)
                .hasMessageContaining("orderingType");
    }

    private List<Integer> ordered(String type) {
        return shelf.find(shelf.customer, Map.of("orderingType", type));
    }

    @Test
    void of_many_hits_the_best_are_paged_through_and_the_total_says_how_many() {
        shelf.jdbc
                .sql("insert into cmw.product (type, company_id, category_id, name) select 'SYNDICATED', ?, ?,"
                        + " 'Common thing ' || i from generate_series(1, 700) i")
                .params(shelf.vendorCompany, shelf.category)
                .update();
        shelf.jdbc
                .sql("insert into cmw.product_version (product_id, name, published) select id, 'Basic', true"
                        + " from cmw.product where name like 'Common%'")
                .update();
        Map<String, String> common = Map.of("query", "common");

        List<Integer> all = IntStream.rangeClosed(1, 11)
                .mapToObj(number -> shelf.page(shelf.customer, common, number, 50))
                .peek(page -> assertThat(page.totalItems()).isEqualTo(ProductSearch.BEST))
                .flatMap(page -> page.items().stream())
                .toList();

        assertThat(all).hasSize(ProductSearch.BEST).doesNotHaveDuplicates();
        Page<Integer> whole = shelf.page(shelf.customer, Map.of(), 15, 50);
        assertThat(whole.totalItems()).isEqualTo(703);
        assertThat(whole.items()).hasSize(3);
    }
}
