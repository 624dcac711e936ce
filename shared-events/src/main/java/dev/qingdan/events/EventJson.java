package dev.qingdan.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form of events: the same bytes in the event store and on Kafka.
 *
 * <p>Written without absent fields; read tolerantly, so that a consumer outlives fields that a
 * newer producer adds, but never with a required number missing.
 */
public final class EventJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new MomentsModule())
                    .addModule(new RecordsModule())
                    .addModule(new FamiliarTextsModule())
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private static final ClassValue<ObjectReader> READERS =
            new ClassValue<>() {
                @Override
                protected ObjectReader computeValue(Class<?> payload) {
                    return MAPPER.readerFor(payload);
                }
            };

    private EventJson() {}

    /** UTF-8 JSON of the event's own fields; its type travels beside it. */
    public static byte[] write(DomainEvent event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /**
     * The event that was written so, in today's form.
     *
     * @throws JacksonException where the bytes are not that event
     */
    public static DomainEvent read(EventType type, byte[] json) {
        return current(READERS.get(type.payload()).readValue(json));
    }

    /** A form that was itself superseded goes on to its own successor. */
    static DomainEvent current(DomainEvent event) {
        return event instanceof SupersededEvent old ? current(old.upcast()) : event;
    }
}
