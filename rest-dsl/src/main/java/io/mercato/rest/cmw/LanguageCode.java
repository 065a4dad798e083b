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

/** A language of ISO 639-1, as {@code en}, in any case; or nothing. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LanguageCode.Known.class)
public @interface LanguageCode {

    String message() default "must be a language of ISO 639-1, as en";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether there is such a language. */
    final class Known implements ConstraintValidator<LanguageCode, String> {
        private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

        @Override
        public boolean isValid(String code, ConstraintValidatorContext context) {
            return code == null || CODES.contains(code.toLowerCase(Locale.ROOT));
        }
    }
}
