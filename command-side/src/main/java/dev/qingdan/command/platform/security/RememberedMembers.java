package dev.qingdan.command.platform.security;

import dev.qingdan.command.platform.http.KnownMembers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Members by what the {@link RememberingDecoder} has of their tokens. */
@Component
class RememberedMembers implements KnownMembers {

    private static final String BEARER = "Bearer ";

    private final RememberingDecoder memberDecoder;

    RememberedMembers(RememberingDecoder memberDecoder) {
        this.memberDecoder = memberDecoder;
    }

    @Override
    public @Nullable String behind(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return null;
        }
        var token = memberDecoder.known(authorization.substring(BEARER.length()));
        return token == null ? null : token.getSubject();
    }
}
