package dev.qingdan.command.member;

import dev.qingdan.command.member.MemberCommand.EraseMember;
import dev.qingdan.command.platform.http.Answer;
import dev.qingdan.command.platform.http.CommandRequest;
import dev.qingdan.command.platform.http.Commands;
import dev.qingdan.command.platform.http.EvenErased;
import dev.qingdan.command.platform.privacy.ErasedMembers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Forgets who a member is, at the person's wish. What was bought stays, as the books need it, and
 * no longer says of whom; whoever logs in again is somebody new.
 */
@RestController
class ErasureApi {

    private final Commands commands;
    private final CommandGateway gateway;
    private final Members members;
    private final ErasedMembers erased;
    private final Clock clock;

    ErasureApi(
            Commands commands,
            CommandGateway gateway,
            Members members,
            ErasedMembers erased,
            Clock clock) {
        this.commands = commands;
        this.gateway = gateway;
        this.members = members;
        this.erased = erased;
        this.clock = clock;
    }

    record ErasedAnswer(Instant erasedAt) {}

    @PostMapping("/api/v1/members/me/erasure")
    ResponseEntity<byte[]> erase(@EvenErased CommandRequest request) {
        return commands.answer(request, () -> erase(request.memberId()));
    }

    private Answer erase(String memberId) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        gateway.sendAndWait(new EraseMember(memberId, now));
        members.forget(memberId);
        erased.add(memberId);
        return Answer.ok(new ErasedAnswer(now));
    }
}
