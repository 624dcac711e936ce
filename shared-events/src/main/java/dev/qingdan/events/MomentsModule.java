package dev.qingdan.events;

import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Lets Jackson read and write moments quickly, in the very form that it gives them anyway. */
public final class MomentsModule extends SimpleModule {

    public MomentsModule() {
        super("moments");
        addDeserializer(Instant.class, new Reader());
        addSerializer(Instant.class, new Writer());
    }

    private static final class Reader extends StdDeserializer<Instant> {

        Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.hasToken(JsonToken.VALUE_STRING) && Moments.isUsual(parser.getString())) {
                try {
                    return Moments.parse(parser.getString());
                } catch (DateTimeException noMoment) {
                    // Jackson has its own words for this
                }
            }
            return InstantDeserializer.INSTANT.deserialize(parser, context);
        }
    }

    private static final class Writer extends StdSerializer<Instant> {

        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(
                Instant moment, JsonGenerator generator, SerializationContext context) {
            generator.writeString(Moments.format(moment));
        }
    }
}
