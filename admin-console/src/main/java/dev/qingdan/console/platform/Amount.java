package dev.qingdan.console.platform;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A text that is a price in yuan; where nothing is typed there is nothing to check. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Amount.Check.class)
public @interface Amount {

    String message() default "{form.amount}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<Amount, String> {

        private static final long HIGHEST = 100_000_000;

        @Override
        public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
            return typed == null || typed.isBlank() || isPrice(Yuan.parse(typed));
        }

        private static boolean isPrice(OptionalLong fen) {
            return fen.isPresent() && fen.getAsLong() > 0 && fen.getAsLong() <= HIGHEST;
        }
    }
}
