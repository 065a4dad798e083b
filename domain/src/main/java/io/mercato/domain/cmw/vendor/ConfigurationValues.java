package io.mercato.domain.cmw.vendor;

import io.mercato.domain.cmw.vendor.ConfigurationParameter.Range;
import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decides on what a customer fills in for a plan's configuration parameters. */
public final class ConfigurationValues {
    /** Longest value. */
    public static final int LONGEST = 4096;

    private ConfigurationValues() {}

    /** A value that passes. */
    public record Accepted(ConfigurationParameter parameter, String value) {

        /** Without the value. */
        @Override
        public String toString() {
            return "Accepted[" + parameter.code() + "]";
        }
    }

    /**
     * The values that are given, in the order of the parameters; an empty text is as good as none. Throws a REJECTED error
     * that says of each parameter what is wrong, and never shows a value.
     *
     * @param asked the plan's parameters
     * @param given by the parameter's id
     */
    public static List<Accepted> accept(List<ConfigurationParameter> asked, Map<Integer, String> given) {
        return accept(asked, given, true);
    }

    /** The same without a word on what is missing. */
    public static void requireFormed(List<ConfigurationParameter> asked, Map<Integer, String> given) {
        accept(asked, given, false);
    }

    private static List<Accepted> accept(
            List<ConfigurationParameter> asked, Map<Integer, String> given, boolean whole) {
        given.keySet().stream()
                .filter(id -> asked.stream().noneMatch(one -> id.equals(one.id())))
                .findFirst()
                .ifPresent(id -> {
                    throw Errors.unknownReference("configurationParameters", "configurationParameter/" + id);
                });
        List<ErrorHolder> broken = new ArrayList<>();
        List<Accepted> accepted = new ArrayList<>();
        for (ConfigurationParameter one : asked) {
            String value = Objects.requireNonNullElse(given.get(one.id()), "").strip();
            String problem = value.isEmpty() && !whole ? null : problem(one, value);
            if (problem != null) {
                broken.add(Errors.fieldHolder("configurationParameters." + one.code(), problem));
            } else if (!value.isEmpty()) {
                accepted.add(new Accepted(one, value));
            }
        }
        if (!broken.isEmpty()) {
            throw new MercatoException(ErrorKind.REJECTED, broken, null);
        }
        return accepted;
    }

    private static @Nullable String problem(ConfigurationParameter asked, String value) {
        if (value.isEmpty()) {
            return asked.required() ? "must be given" : null;
        }
        if (value.length() > LONGEST) {
            return "must have at most " + LONGEST + " characters";
        }
        if (!asked.acceptedValues().isEmpty() && !asked.acceptedValues().containsKey(value)) {
            return "must be one of the accepted values";
        }
        if (breaks(asked.range(), range -> isWithin(range, value))) {
            return "must be a whole number in the range";
        }
        if (breaks(asked.validation(), expression -> BoundedPattern.matches(expression, value))) {
            return "does not have the form that is asked for";
        }
        return null;
    }

    private static <T> boolean breaks(@Nullable T rule, Predicate<T> keeps) {
        return rule != null && !keeps.test(rule);
    }

    private static boolean isWithin(Range range, String value) {
        if (!value.matches("-?\\d{1,10}")) {
            return false;
        }
        long number = Long.parseLong(value);
        return range.min() <= number && number <= range.max();
    }
}
