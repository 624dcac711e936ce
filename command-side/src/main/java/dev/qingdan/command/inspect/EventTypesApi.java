package dev.qingdan.command.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.qingdan.events.EventSchemas;
import dev.qingdan.events.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of events: what each means, its fields, and how many there are. */
@RestController
class EventTypesApi {

    private final EventCounts counts;

    EventTypesApi(EventCounts counts) {
        this.counts = counts;
    }

    /**
     * @param supersededBy what is told instead of it today
     * @param schema its JSON Schema with the meaning of each field, and an example
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String type,
            String topic,
            @Nullable String supersededBy,
            long count,
            @JsonRawValue String schema) {}

    record Catalogue(List<Entry> items) {}

    @GetMapping("/ops/event-types")
    Catalogue all() {
        var byType = counts.upToNow();
        return new Catalogue(
                EventType.all().stream()
                        .sorted(
                                Comparator.comparing(EventType::topic)
                                        .thenComparing(EventType::name))
                        .map(type -> entry(type, byType.getOrDefault(type.name(), 0L)))
                        .toList());
    }

    private static Entry entry(EventType type, long count) {
        return new Entry(
                type.name(),
                type.topic().topicName(),
                type.successor().map(EventType::name).orElse(null),
                count,
                new String(EventSchemas.find(type.name()).orElseThrow(), StandardCharsets.UTF_8));
    }
}
