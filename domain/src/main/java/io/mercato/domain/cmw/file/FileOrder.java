package io.mercato.domain.cmw.file;

import java.util.List;
import java.util.stream.IntStream;

/** The order of a product's files: the heavier, the further ahead; of two of one weight the older one. */
public final class FileOrder {

    private FileOrder() {}

    /** What of a file decides where it stands. */
    public record Place(int id, int weight) {

        private boolean isBefore(Place other) {
            return weight > other.weight || weight == other.weight && id < other.id;
        }
    }

    /** Weights that put files in the order in which they stand here: their own, if these do so already. */
    public static List<Integer> weights(List<Place> asked) {
        int size = asked.size();
        boolean inOrder =
                IntStream.range(1, size).allMatch(i -> asked.get(i - 1).isBefore(asked.get(i)));
        return inOrder
                ? asked.stream().map(Place::weight).toList()
                : IntStream.range(0, size).map(i -> size - i).boxed().toList();
    }
}
