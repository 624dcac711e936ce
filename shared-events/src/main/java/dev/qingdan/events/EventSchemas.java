package dev.qingdan.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The JSON Schema (2020-12) of every event, as served at the address that {@code ce_dataschema}
 * carries. They are generated from the records by a test, committed, and never withdrawn.
 */
public final class EventSchemas {

    /** Where they are served, below a deployment's public address. */
    public static final String PATH = "/schemas";

    private EventSchemas() {}

    /**
     * The schema of the event of that name, such as {@code shop.order.OrderPlaced}, in UTF-8; empty
     * for a name that is no {@link EventType}'s.
     */
    public static Optional<byte[]> find(String name) {
        // Only names of ours become paths, so that no request can reach for another resource.
        return EventType.named(name).map(EventSchemas::read);
    }

    private static byte[] read(EventType type) {
        var path = "/schemas/" + type.name() + ".json";
        try (var in = EventSchemas.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("This build lacks " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
