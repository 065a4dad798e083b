package io.mercato.rest.cmw;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;

/** A country of ISO 3166-1, as {@code IT}, in any case; or nothing, as an empty text is. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CountryCode.Known.class)
public @interface CountryCode {

    String message() default "must be a country of ISO 3166-1, as IT";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether there is such a country. */
    final class Known implements ConstraintValidator<CountryCode, String> {
        private static final Set<String> CODES = Set.of(Locale.getISOCountries());

        @Override
        public boolean isValid(String code, ConstraintValidatorContext context) {
            return code == null || code.isBlank() || CODES.contains(code.toUpperCase(Locale.ROOT));
        }
    }
}
