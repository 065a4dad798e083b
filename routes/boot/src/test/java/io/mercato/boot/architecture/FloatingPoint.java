package io.mercato.boot.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Double and float, boxed or not, in what a class declares. */
final class FloatingPoint {
    static final DescribedPredicate<JavaClass> NUMBER =
            DescribedPredicate.describe("are floating-point numbers", FloatingPoint::isNumber);

    private FloatingPoint() {}

    static ArchCondition<JavaClass> haveFieldsOrMethods() {
        return new ArchCondition<>("have fields or methods of floating-point numbers") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<JavaClass> used = Stream.concat(
                        type.getFields().stream().map(field -> field.getRawType()),
                        type.getCodeUnits().stream()
                                .flatMap(unit -> Stream.concat(
                                        Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())));
                boolean found = used.anyMatch(FloatingPoint::isNumber);
                events.add(new SimpleConditionEvent(type, found, type.getName() + " declares a floating-point number"));
            }
        };
    }

    private static boolean isNumber(JavaClass type) {
        return type.isEquivalentTo(double.class)
                || type.isEquivalentTo(float.class)
                || type.isEquivalentTo(Double.class)
                || type.isEquivalentTo(Float.class);
    }
}
