package io.mercato.domain.cmw.pricing;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a quantity of an extra resource costs. Ranges are checked and in their order. */
public record PriceScheme(BillingItemType type, String currency, List<PriceRange> ranges) {

    public PriceScheme {
        ranges = List.copyOf(PriceRanges.whole(ranges));
    }

    /** Whether this quantity can be ordered: it lies in a range, on one of its steps. */
    public boolean offers(int quantity) {
        return ranges.stream().anyMatch(range -> range.holds(quantity));
    }

    /** What an ordered quantity costs; none costs nothing. Throws REJECTED when it lies in no range or between steps. */
    public Priced price(int quantity) {
        if (quantity != 0 && !offers(quantity)) {
            throw new MercatoException(
                    ErrorKind.REJECTED,
                    "quantity-not-offered-%quantity%",
                    "The quantity " + quantity + " is not offered: " + offered(),
                    Map.of("field", "quantity", "quantity", String.valueOf(quantity)));
        }
        return measured(BigDecimal.valueOf(quantity));
    }

    /** What a measured quantity costs: any, whole or not; above the last range it costs what the last range says. */
    public Priced measured(BigDecimal quantity) {
        if (quantity.signum() <= 0) {
            return Priced.nothing(currency);
        }
        PriceRange reached = reachedBy(quantity);
        List<Priced.Part> parts = type == BillingItemType.TIERED ? tiers(quantity) : List.of(whole(quantity, reached));
        return new Priced(parts, money(reached.setup()));
    }

    private PriceRange reachedBy(BigDecimal quantity) {
        return ranges.stream()
                .filter(range -> range.reaches(quantity))
                .findFirst()
                .orElseGet(() -> ranges.get(ranges.size() - 1));
    }

    private Priced.Part whole(BigDecimal quantity, PriceRange range) {
        BigDecimal charged = type == BillingItemType.STAIRSTEP ? BigDecimal.ONE : quantity;
        return part(charged, quantity, range);
    }

    /** The first tier begins with the first unit: its start is only the smallest quantity that can be ordered. */
    private List<Priced.Part> tiers(BigDecimal quantity) {
        List<Priced.Part> parts = new ArrayList<>();
        BigDecimal below = BigDecimal.ZERO;
        for (int i = 0; i < ranges.size() && below.compareTo(quantity) < 0; i++) {
            PriceRange range = ranges.get(i);
            boolean last = i == ranges.size() - 1;
            BigDecimal upTo = last || range.reaches(quantity) ? quantity : limitOf(range);
            BigDecimal units = upTo.subtract(below);
            if (units.signum() > 0) {
                parts.add(part(units, units, range));
            }
            below = upTo;
        }
        return parts;
    }

    private static BigDecimal limitOf(PriceRange range) {
        Integer end = range.end();
        if (end == null) {
            throw new IllegalStateException("An open range reaches every quantity");
        }
        return BigDecimal.valueOf(end);
    }

    private Priced.Part part(BigDecimal charged, BigDecimal units, PriceRange range) {
        return new Priced.Part(charged, money(range.price()), units, money(range.proportionalSetup()), range.tag());
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }

    /** The quantities that can be ordered, in words. */
    public String offered() {
        return String.join(", ", ranges.stream().map(PriceScheme::words).toList());
    }

    private static String words(PriceRange range) {
        String step = range.step() == 1 ? "" : " in steps of " + range.step();
        return range.start() + (range.end() == null ? " and more" : " to " + range.end()) + step;
    }
}
