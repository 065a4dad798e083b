package io.mercato.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.util.List;

/** Leaves a field with {@link Since} away when the attribute {@value #ATTRIBUTE} names an older version. */
final class SinceModule extends SimpleModule {
    static final String ATTRIBUTE = "apiVersion";
    private static final long serialVersionUID = 1L;

    SinceModule() {
        super("since");
        setSerializerModifier(new Modifier());
    }

    private static final class Modifier extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
            properties.replaceAll(property -> {
                Since since = property.getAnnotation(Since.class);
                return since == null ? property : new Writer(property, since.value());
            });
            return properties;
        }
    }

    private static final class Writer extends BeanPropertyWriter {
        private static final long serialVersionUID = 1L;
        private final int since;

        Writer(BeanPropertyWriter property, int since) {
            super(property);
            this.since = since;
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator json, SerializerProvider provider) throws Exception {
            Object version = provider.getAttribute(ATTRIBUTE);
            if (!(version instanceof Integer asked) || asked >= since) {
                super.serializeAsField(bean, json, provider);
            }
        }
    }
}
