package io.mercato.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/** Refuses texts that a database cannot keep: those with a NUL character, or with half of a pair of surrogates. */
final class StorableText extends SimpleModule {
    static final String PROBLEM = "has a character that cannot be kept";
    private static final long serialVersionUID = 1L;

    StorableText() {
        addDeserializer(String.class, new Text());
        addKeyDeserializer(String.class, new Key());
        addKeyDeserializer(Object.class, new Key());
    }

    static boolean isStorable(String text) {
        return text.codePoints().noneMatch(character -> character == 0 || isSurrogate(character));
    }

    /** A pair of them is one code point above. */
    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static String checked(String text, JsonParser parser) throws IOException {
        if (text != null && !isStorable(text)) {
            throw InvalidFormatException.from(parser, PROBLEM, text, String.class);
        }
        return text;
    }

    private static final class Text extends StringDeserializer {
        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return checked(super.deserialize(parser, context), parser);
        }
    }

    private static final class Key extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return checked(key, context.getParser());
        }
    }
}
