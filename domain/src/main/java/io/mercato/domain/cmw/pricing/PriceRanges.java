package io.mercato.domain.cmw.pricing;

import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides whether ranges make a whole: no gap, no overlap, open at the end only. */
public final class PriceRanges {
    /** Quantity that a range may begin or end with; what is open at the end has none. */
    public static final int MOST = 1_000_000_000;

    private PriceRanges() {}

    /** The ranges in their order. Throws REJECTED, naming all that is wrong, when they make no whole. */
    public static List<PriceRange> whole(List<PriceRange> ranges) {
        List<PriceRange> sorted = ranges.stream()
                .sorted(Comparator.comparingInt(PriceRange::start))
                .toList();
        List<ErrorHolder> problems = problems(sorted);
        if (!problems.isEmpty()) {
            throw new MercatoException(ErrorKind.REJECTED, problems, null);
        }
        return sorted;
    }

    private static List<ErrorHolder> problems(List<PriceRange> sorted) {
        List<ErrorHolder> problems = new ArrayList<>();
        if (sorted.isEmpty()) {
            problems.add(problem("no-range", "there must be a range at least", null));
        }
        sorted.forEach(range -> checkAlone(range, problems));
        for (int i = 1; i < sorted.size(); i++) {
            checkNeighbours(sorted.get(i - 1), sorted.get(i), problems);
        }
        return problems;
    }

    private static void checkAlone(PriceRange range, List<ErrorHolder> problems) {
        if (range.start() < 0) {
            problems.add(problem("negative-start", "start must not be negative", range));
        }
        if (range.start() > MOST || range.end() != null && range.end() > MOST || range.step() > MOST) {
            problems.add(problem("too-far", "start, end and step are " + MOST + " at most", range));
        }
        if (range.end() != null && range.end() < range.start()) {
            problems.add(problem("end-before-start", "end lies before start", range));
        }
        if (range.step() < 1) {
            problems.add(problem("step", "step must be 1 at least", range));
        } else if (range.end() != null && range.end() > range.start() && range.step() > range.end() - range.start()) {
            problems.add(problem("step", "step is wider than the range", range));
        }
        if (isNegative(range.price()) || isNegative(range.setup()) || isNegative(range.proportionalSetup())) {
            problems.add(problem("negative-price", "prices must not be negative", range));
        }
    }

    /** The next range begins with the quantity that follows: by one, or by a step of the range before. */
    private static void checkNeighbours(PriceRange before, PriceRange after, List<ErrorHolder> problems) {
        Integer end = before.end();
        if (end == null || after.start() <= end) {
            problems.add(problem("overlap", "overlaps the range before", after));
        } else if ((long) after.start() - end > Math.max(1, before.step())) {
            problems.add(problem("gap", "leaves a gap after the range before", after));
        }
    }

    private static boolean isNegative(BigDecimal price) {
        return price.signum() < 0;
    }

    private static ErrorHolder problem(String key, String text, @Nullable PriceRange range) {
        String which = range == null ? "" : " (the range from " + range.start() + ")";
        return new ErrorHolder(
                "range-" + key + "-%start%",
                "Field billingItemValues: " + text + which,
                Map.of("field", "billingItemValues", "start", range == null ? "" : String.valueOf(range.start())));
    }
}
