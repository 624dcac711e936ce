package dev.qingdan.command.platform.http;

import dev.qingdan.events.ConsistencyToken;
import java.util.LinkedHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers as they go out. */
@Component
class Answers {

    private final JsonMapper mapper;

    Answers(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** An answer whose events have no places yet. */
    @SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
    record Draft(Answer answer, byte[] body) {

        RecordedAnswer with(ConsistencyToken token) {
            var headers = new LinkedHashMap<String, String>();
            headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
            headers.put(Commands.CONSISTENCY_TOKEN, token.toString());
            if (answer.location() != null) {
                headers.put(HttpHeaders.LOCATION, answer.location());
            }
            return new RecordedAnswer(answer.status().value(), headers, body);
        }
    }

    Draft draft(Answer answer) {
        return new Draft(answer, mapper.writeValueAsBytes(answer.body()));
    }
}
