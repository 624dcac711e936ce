package dev.qingdan.command.platform.http;

import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Refuses texts that PostgreSQL could not keep: with a NUL, or with half of a surrogate pair. */
final class StorableText extends SimpleModule {

    private static final long serialVersionUID = 1L;

    StorableText() {
        addDeserializer(String.class, new Reader());
    }

    private static final class Reader extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            var text = super.deserialize(parser, context);
            if (text != null && !isStorable(text)) {
                return Objects.requireNonNull(
                        (String) context.handleWeirdStringValue(String.class, text, "not a text"));
            }
            return text;
        }
    }

    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return false;
            }
            if (Character.isSurrogate(unit)) {
                if (!Character.isSurrogatePair(unit, next(text, i))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static char next(String text, int i) {
        return i + 1 < text.length() ? text.charAt(i + 1) : 0;
    }
}
