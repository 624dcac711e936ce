package dev.qingdan.console.events;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** An aggregate after one of its events, and the events up to that one. */
record History(String type, String id, long version, JsonNode state, List<StoredEvent> events) {

    public String json() {
        return state.toPrettyString();
    }

    public List<StoredEvent> latestFirst() {
        return events.reversed();
    }
}
