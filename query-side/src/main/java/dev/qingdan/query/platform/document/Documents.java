package dev.qingdan.query.platform.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.qingdan.events.MomentsModule;
import dev.qingdan.events.RecordsModule;
import java.io.OutputStream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of documents inside rows: without absent fields, moments as RFC 3339. */
public final class Documents {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new MomentsModule())
                    .addModule(new RecordsModule())
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private Documents() {}

    public static String write(Object document) {
        return MAPPER.writeValueAsString(document);
    }

    /** The same in UTF-8. */
    public static void write(Object document, OutputStream to) {
        MAPPER.writeValue(to, document);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
