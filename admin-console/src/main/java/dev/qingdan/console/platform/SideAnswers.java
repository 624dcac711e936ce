package dev.qingdan.console.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a side sent back: a body, a problem, or the silence of a proxy before it. */
@Component
class SideAnswers {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private static final Problem UNREADABLE = new Problem(200, "answer.unreadable", "", Map.of());
    private static final Logger log = LoggerFactory.getLogger(SideAnswers.class);

    private final JsonMapper json;
    private final OwnWrites ownWrites;

    SideAnswers(JsonMapper json, OwnWrites ownWrites) {
        this.json = json;
        this.ownWrites = ownWrites;
    }

    <T> Answer<T> read(Side side, ClientHttpResponse response, ParameterizedTypeReference<T> type)
            throws IOException {
        var body = response.getBody().readAllBytes();
        var status = response.getStatusCode();
        if (status.is2xxSuccessful()) {
            ownWrites.remember(response.getHeaders());
            return given(body, type);
        }
        return refused(side, status.value(), body);
    }

    private <T> Answer<T> given(byte[] body, ParameterizedTypeReference<T> type) {
        try {
            var wanted = json.constructType(type.getType());
            return new Answer.Given<>(
                    json.readValue(body.length == 0 ? NOTHING : body, wanted), false);
        } catch (JacksonException otherThanAgreed) {
            log.warn("An answer could not be read as {}", type.getType(), otherThanAgreed);
            return new Answer.Refused<>(UNREADABLE);
        }
    }

    private <T> Answer<T> refused(Side side, int status, byte[] body) {
        try {
            Map<String, Object> members = json.readValue(body, new TypeReference<>() {});
            return new Answer.Refused<>(Problem.of(status, members));
        } catch (JacksonException notAProblem) {
            return status >= 502 && status <= 504
                    ? new Answer.Away<>(side)
                    : new Answer.Refused<>(Problem.of(status, Map.of()));
        }
    }
}
