package io.mercato.domain.cmw.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.file.FileOrder.Place;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileOrderTest {

    @Test
    void files_in_order_keep_their_weights() {
        assertThat(FileOrder.weights(List.of(new Place(9, 70), new Place(1, 5), new Place(2, 5), new Place(3, -1))))
                .containsExactly(70, 5, 5, -1);
        assertThat(FileOrder.weights(List.of(new Place(1, 0)))).containsExactly(0);
        assertThat(FileOrder.weights(List.of())).isEmpty();
    }

    @Test
    void the_older_one_of_two_equals_cannot_stand_behind_without_another_weight() {
        assertThat(FileOrder.weights(List.of(new Place(2, 5), new Place(1, 5)))).containsExactly(2, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 1 2", "1 2 3", "2 3 1", "3 2 1", "1 3 2", "2 1 3"})
    void whatever_is_asked_is_the_order_in_which_they_are_read(String order) {
        List<Place> asked = List.of(order.split(" ")).stream()
                .map(id -> new Place(Integer.parseInt(id), Integer.MAX_VALUE))
                .toList();

        List<Integer> weights = FileOrder.weights(asked);

        List<Integer> read = IntStream.range(0, asked.size())
                .mapToObj(i -> new Place(asked.get(i).id(), weights.get(i)))
                .sorted(Comparator.comparing(Place::weight).reversed().thenComparing(Place::id))
                .map(Place::id)
                .toList();
        assertThat(read).isEqualTo(asked.stream().map(Place::id).toList());
    }
}
