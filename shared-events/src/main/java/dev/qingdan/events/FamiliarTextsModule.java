package dev.qingdan.events;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads a text that was read lately, such as a product's name or a shop's id, as the same object.
 * Whoever folds a history holds tens of thousands of events' worth of them, and has nearly all of
 * it moved by the garbage collector several times.
 */
final class FamiliarTextsModule extends SimpleModule {

    FamiliarTextsModule() {
        super("familiar-texts");
        addDeserializer(String.class, new Reader());
    }

    private static final class Reader extends StdScalarDeserializer<String> {

        private static final int LONGEST = 64;
        private static final int PLACES = 4096;

        /**
         * Each text has one place, from which another one may push it. Threads share it without
         * waiting for each other: what they miss of each other is only read once more.
         */
        private final transient String[] places = new String[PLACES];

        Reader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return StringDeserializer.instance.deserialize(parser, context);
            }
            var characters = parser.getStringCharacters();
            int start = parser.getStringOffset();
            int length = parser.getStringLength();
            if (length > LONGEST) {
                return parser.getString();
            }
            int place = place(characters, start, length);
            var familiar = places[place];
            if (familiar != null && isSame(familiar, characters, start, length)) {
                return familiar;
            }
            var text = parser.getString();
            places[place] = text;
            return text;
        }

        private static int place(char[] characters, int start, int length) {
            int hash = 0;
            for (int i = start; i < start + length; i++) {
                hash = 31 * hash + characters[i];
            }
            return (hash ^ hash >>> 16) & PLACES - 1;
        }

        private static boolean isSame(String text, char[] characters, int start, int length) {
            if (text.length() != length) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (text.charAt(i) != characters[start + i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
