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
        private static final int TELLING = 8;

        /**
         * Each text has one place, from which another one may push it. Threads share it without
         * waiting for each other: what they miss of each other is only read once more.
         */
        private final transient String[] places = new String[PLACES];

        /**
         * The hash that came to each place last. A text is held when it comes again: most come
         * once, such as an order's id, and would only be one more thing that outlives its event.
         */
        private final transient int[] hashes = new int[PLACES];

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
            int hash = hash(characters, start, length);
            int place = (hash ^ hash >>> 16) & PLACES - 1;
            if (hashes[place] != hash) {
                hashes[place] = hash;
                return parser.getString();
            }
            var familiar = places[place];
            if (familiar != null && isSame(familiar, characters, start, length)) {
                return familiar;
            }
            var text = parser.getString();
            places[place] = text;
            return text;
        }

        /** Of the length and the last few, in which ids and the sizes of a product differ. */
        private static int hash(char[] characters, int start, int length) {
            int hash = length;
            for (int i = Math.max(start, start + length - TELLING); i < start + length; i++) {
                hash = 31 * hash + characters[i];
            }
            return hash;
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
