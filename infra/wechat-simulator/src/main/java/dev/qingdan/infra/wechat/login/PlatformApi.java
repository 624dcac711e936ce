package dev.qingdan.infra.wechat.login;

import dev.qingdan.infra.wechat.http.Answer;
import dev.qingdan.infra.wechat.http.Call;
import dev.qingdan.infra.wechat.http.Json;
import dev.qingdan.infra.wechat.http.Routes;
import dev.qingdan.infra.wechat.login.LoginCodes.Redemption;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Login, access tokens and subscribe messages of one mini-program. */
public final class PlatformApi {

    private final String appId;
    private final String secret;
    private final LoginCodes codes;
    private final Mailbox mailbox;
    private final AccessTokens tokens;

    public PlatformApi(
            String appId, String secret, LoginCodes codes, Mailbox mailbox, Clock clock) {
        this.appId = appId;
        this.secret = secret;
        this.codes = codes;
        this.mailbox = mailbox;
        this.tokens = new AccessTokens(clock);
    }

    public void addTo(Routes routes) {
        routes.on("GET", "/sns/jscode2session", this::session)
                .on("GET", "/cgi-bin/token", this::token)
                .on("POST", "/cgi-bin/stable_token", this::stableToken)
                .on("POST", "/cgi-bin/message/subscribe/send", this::message);
    }

    private Answer session(Call call) {
        return forTheApp(
                call.parameter("appid").orElse(""),
                call.parameter("secret").orElse(""),
                () ->
                        switch (codes.redeem(call.parameter("js_code").orElse(""))) {
                            case Redemption.Of(var openid) -> session(openid);
                            case Redemption.Used() -> PlatformError.CODE_USED.answer();
                            case Redemption.Invalid() -> PlatformError.INVALID_CODE.answer();
                        });
    }

    private static Answer session(String openid) {
        var key = UUID.randomUUID().toString().substring(0, 16).getBytes();
        return ok(Map.of("openid", openid, "session_key", Base64.getEncoder().encodeToString(key)));
    }

    private Answer token(Call call) {
        return forTheApp(
                call.parameter("appid").orElse(""),
                call.parameter("secret").orElse(""),
                () -> answer(tokens.fresh()));
    }

    private Answer stableToken(Call call) {
        try {
            var request = Json.WECHAT.readValue(call.body(), StableTokenRequest.class);
            return forTheApp(
                    String.valueOf(request.appid),
                    String.valueOf(request.secret),
                    () ->
                            answer(
                                    Boolean.TRUE.equals(request.forceRefresh)
                                            ? tokens.fresh()
                                            : tokens.stable()));
        } catch (JacksonException notJson) {
            return PlatformError.NOT_JSON.answer();
        }
    }

    private Answer message(Call call) {
        if (!tokens.isValid(call.parameter("access_token"))) {
            return PlatformError.INVALID_CREDENTIAL.answer();
        }
        try {
            return mailbox.take(Json.WECHAT.readTree(call.body()))
                    .map(PlatformError::answer)
                    .orElseGet(() -> ok(Map.of("errcode", 0, "errmsg", "ok")));
        } catch (JacksonException notJson) {
            return PlatformError.NOT_JSON.answer();
        }
    }

    private Answer forTheApp(String appid, String secret, Supplier<Answer> answer) {
        if (!appid.equals(appId)) {
            return PlatformError.INVALID_APPID.answer();
        }
        return secret.equals(this.secret) ? answer.get() : PlatformError.INVALID_SECRET.answer();
    }

    private Answer answer(AccessTokens.Token token) {
        return ok(Map.of("access_token", token.text(), "expires_in", tokens.secondsLeft(token)));
    }

    private static Answer ok(Object body) {
        return Answer.of(200, Json.WECHAT.writeValueAsString(body));
    }

    private record StableTokenRequest(
            @Nullable String appid, @Nullable String secret, @Nullable Boolean forceRefresh) {}
}
