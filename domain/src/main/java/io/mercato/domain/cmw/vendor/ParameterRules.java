package io.mercato.domain.cmw.vendor;

import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the configuration parameters of a product must be like. */
public final class ParameterRules {
    private static final String FIELD = "configurationParameters";

    private ParameterRules() {}

    /** The same, each with a code. Throws a REJECTED error that names every field that breaks a rule. */
    public static List<ConfigurationParameter> complete(List<ConfigurationParameter> asked) {
        List<ErrorHolder> broken = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        Set<Integer> ids = new HashSet<>();
        List<ConfigurationParameter> complete = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            ConfigurationParameter one = asked.get(i);
            String at = FIELD + "[" + i + "].";
            String code = one.code() == null ? codeOf(one.name()) : one.code();
            if (!codes.add(code)) {
                broken.add(Errors.fieldHolder(at + "code", code + " is another's"));
            }
            if (one.id() != null && !ids.add(one.id())) {
                broken.add(Errors.fieldHolder(at + "id", one.id() + " stands here twice"));
            }
            check(one, at, broken);
            complete.add(one.coded(code));
        }
        if (!broken.isEmpty()) {
            throw new MercatoException(ErrorKind.REJECTED, broken, null);
        }
        return complete;
    }

    private static void check(ConfigurationParameter one, String at, List<ErrorHolder> broken) {
        String problem = one.validation() == null ? null : BoundedPattern.problem(one.validation());
        if (problem != null) {
            broken.add(Errors.fieldHolder(at + "validation", problem));
        }
        if (one.range() != null && one.range().min() > one.range().max()) {
            broken.add(Errors.fieldHolder(at + "range", "min is greater than max"));
        }
        if (one.externalValuesUrl() != null && !one.acceptedValues().isEmpty()) {
            broken.add(Errors.fieldHolder(at + "externalValuesUrl", "the accepted values stand here already"));
        }
    }

    /** {@code "Your domain"} becomes {@code YOUR_DOMAIN}. */
    private static String codeOf(String name) {
        String code =
                name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^_|_$", "");
        String legal = code.matches("[A-Z].*") ? code : "P_" + code;
        return legal.substring(0, Math.min(legal.length(), 250));
    }
}
