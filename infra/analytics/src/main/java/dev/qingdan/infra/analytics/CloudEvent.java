package dev.qingdan.infra.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a reader needs of a record: the type is in a header, the rest in the value. */
record CloudEvent(String type, JsonNode data) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static CloudEvent of(Headers headers, byte[] value) {
        return new CloudEvent(header(headers, "ce_type"), JSON.readTree(value));
    }

    static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    String text(String field) {
        return data.path(field).asString("");
    }

    long number(String field) {
        return data.path(field).asLong(0);
    }
}
