package io.mercato.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Instant;

/** Refuses moments that a database cannot keep and nobody means: before year 1 and after year 9999. */
final class StorableTime extends SimpleModule {
    static final String PROBLEM = "is no date that can be kept";
    static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final long serialVersionUID = 1L;

    StorableTime() {
        addDeserializer(Instant.class, new Moment());
    }

    private static final class Moment extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        private Moment() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Instant moment = InstantDeserializer.INSTANT.deserialize(parser, context);
            if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
                throw InvalidFormatException.from(parser, PROBLEM, moment, Instant.class);
            }
            return moment;
        }
    }
}
