package dev.qingdan.command.member;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.http.Commands;
import dev.qingdan.command.wechat.LoginAnswer.Accepted;
import dev.qingdan.command.wechat.LoginAnswer.Blocked;
import dev.qingdan.command.wechat.LoginAnswer.Rejected;
import dev.qingdan.command.wechat.Unavailable;
import dev.qingdan.command.wechat.WeChatLogin;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Turns the code of {@code wx.login} into a member's token. */
@RestController
class SessionApi {

    private final WeChatLogin weChat;
    private final Members members;
    private final MemberTokens tokens;

    SessionApi(WeChatLogin weChat, Members members, MemberTokens tokens) {
        this.weChat = weChat;
        this.members = members;
        this.tokens = tokens;
    }

    record LoginForm(@NotBlank @Size(max = 200) String code) {}

    record Session(String token, Instant expiresAt, String memberId) {}

    @PostMapping("/api/v1/sessions")
    ResponseEntity<Session> login(@Valid @RequestBody LoginForm form, Origin origin) {
        return switch (weChat.exchange(form.code())) {
            case Accepted(var openid, _) -> logIn(openid, origin.by("system:login"));
            case Rejected _ -> throw new CommandRefused(SessionRefusal.CODE_REJECTED);
            case Blocked _ -> throw new CommandRefused(SessionRefusal.BLOCKED);
            case Unavailable _ -> throw new CommandRefused(SessionRefusal.WECHAT_UNAVAILABLE);
        };
    }

    private ResponseEntity<Session> logIn(String openid, Origin origin) {
        var member = members.memberOf(openid, origin);
        var token = tokens.mint(member.result());
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(Commands.CONSISTENCY_TOKEN, member.written().toString())
                .body(new Session(token.value(), token.expiresAt(), member.result()));
    }
}
