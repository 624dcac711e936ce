package dev.qingdan.command.timers;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import tools.jackson.databind.json.JsonMapper;

/** Rows that people can read, and no Java serialization. */
final class AlarmJson implements Serializer {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Override
    public byte[] serialize(Object data) {
        return MAPPER.writeValueAsBytes(data);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] json) {
        return MAPPER.readValue(json, type);
    }
}
