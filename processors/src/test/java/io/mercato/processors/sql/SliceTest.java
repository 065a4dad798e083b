package io.mercato.processors.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.paging.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s.id desc | s.id",
                "c.weight desc, c.name, c.id | c.weight, c.name desc, c.id desc",
                "p.at desc nulls last, p.id asc | p.at asc nulls first, p.id desc",
                "p.at nulls first, p.id | p.at desc nulls last, p.id desc",
                "coalesce(a, b) desc, f('x, y', array[1, 2]) | coalesce(a, b), f('x, y', array[1, 2]) desc"
            })
    void the_mirror_of_an_order_is_mirrored_back(String order, String mirror) {
        assertThat(Slice.reverse(order)).isEqualTo(mirror);
        assertThat(Slice.reverse(Slice.reverse(mirror))).isEqualTo(mirror);
    }

    @Test
    void pages_from_either_end_are_the_pages_of_the_list() {
        for (int total : List.of(0, 1, 2, 3, 7, 19, 20, 21, 50)) {
            List<Integer> list = IntStream.range(0, total).boxed().toList();
            for (int number = 1; number <= 60; number++) {
                PageRequest page = new PageRequest(number, 3);
                List<Integer> expected =
                        list.stream().skip(page.offset()).limit(page.size()).toList();

                assertThat(read(list, Slice.of(page, total, "id")))
                        .as("page %d of %d", number, total)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void the_last_page_skips_nothing() {
        assertThat(Slice.of(new PageRequest(50_000, 20), 1_000_000, "id").offset())
                .isZero();
        assertThat(Slice.of(new PageRequest(Integer.MAX_VALUE, 50), 10, "id").isEmpty())
                .isTrue();
    }

    private static List<Integer> read(List<Integer> list, Slice slice) {
        Comparator<Integer> order = slice.order().equals("id") ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return slice.inOrder(list.stream()
                .sorted(order)
                .skip(slice.offset())
                .limit(slice.limit())
                .toList());
    }
}
