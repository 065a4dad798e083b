package io.mercato.domain.notifier;

import io.mercato.domain.money.Money;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns an e-mail's record into the plain values that a message carries. */
final class EmailModel {

    private EmailModel() {}

    static Map<String, Object> of(Record email) {
        Map<String, Object> model = new LinkedHashMap<>();
        for (RecordComponent component : email.getClass().getRecordComponents()) {
            Object value = read(component, email);
            if (value != null) {
                model.put(component.getName(), plain(value));
            }
        }
        return model;
    }

    private static @Nullable Object read(RecordComponent component, Record email) {
        try {
            return component.getAccessor().invoke(email);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component.getName() + " of " + email.getClass(), e);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Money money) {
            return Map.of("amount", money.amount().toPlainString(), "currency", money.currency());
        }
        if (value instanceof ResourcePage page) {
            return page.plain();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> of((Record) one)).toList();
        }
        if (value instanceof Instant || value instanceof Enum<?>) {
            return value.toString();
        }
        if (value instanceof String || value instanceof Integer || value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException("An e-mail cannot tell a " + value.getClass());
    }
}
