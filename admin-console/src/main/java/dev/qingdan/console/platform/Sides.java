package dev.qingdan.console.platform;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** The only way from the console to command-side and query-side. */
@Component
public class Sides {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(6);
    private static final String BEHIND = "view.behind";

    private final Map<Side, RestClient> clients = new EnumMap<>(Side.class);
    private final StaffTokens tokens;
    private final OwnWrites ownWrites;
    private final SideAnswers answers;

    Sides(
            ConsoleSettings settings,
            RestClient.Builder builder,
            StaffTokens tokens,
            OwnWrites ownWrites,
            SideAnswers answers) {
        var http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        var factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(READ);
        for (var side : Side.values()) {
            var client = builder.clone().requestFactory(factory).baseUrl(settings.urlOf(side));
            clients.put(side, client.build());
        }
        this.tokens = tokens;
        this.ownWrites = ownWrites;
        this.answers = answers;
    }

    /** With the reader's own last write in it; if the view cannot catch up in time, without. */
    public <T> Answer<T> read(Call call, ParameterizedTypeReference<T> type) {
        var answer = ask(HttpMethod.GET, call, type, null, ownWrites::ask);
        if (answer instanceof Answer.Refused<T>(var problem) && problem.code().equals(BEHIND)) {
            return older(ask(HttpMethod.GET, call, type, null, _ -> {}));
        }
        return answer;
    }

    public <T> Answer<T> read(Call call, Class<T> type) {
        return read(call, ParameterizedTypeReference.forType(type));
    }

    <T> Answer<T> send(StaffCommand command, ParameterizedTypeReference<T> type) {
        return ask(
                command.method(),
                command.call(),
                type,
                command.body(),
                headers -> {
                    headers.set("Idempotency-Key", command.key());
                    ownWrites.carry(headers);
                });
    }

    private <T> Answer<T> ask(
            HttpMethod method,
            Call call,
            ParameterizedTypeReference<T> type,
            @Nullable Object body,
            Consumer<HttpHeaders> headers) {
        var client = Objects.requireNonNull(clients.get(call.side()));
        var request =
                client.method(method)
                        .uri(call.template(), call.variables().toArray())
                        .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
                        .headers(headers);
        if (call.asStaff()) {
            request.headers(sent -> sent.setBearerAuth(token()));
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        try {
            return request.exchange((_, response) -> answers.read(call.side(), response, type));
        } catch (ResourceAccessException silence) {
            return new Answer.Away<>(call.side());
        }
    }

    private String token() {
        var person = SecurityContextHolder.getContext().getAuthentication();
        return tokens.tokenOf(Objects.requireNonNull(person, "nobody is signed in"));
    }

    private static <T> Answer<T> older(Answer<T> answer) {
        return answer instanceof Answer.Given<T>(var body, _)
                ? new Answer.Given<>(body, true)
                : answer;
    }
}
