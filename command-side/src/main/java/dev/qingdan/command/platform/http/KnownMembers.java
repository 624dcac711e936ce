package dev.qingdan.command.platform.http;

import org.jspecify.annotations.Nullable;

/** Members whose tokens were checked before; who comes for the first time is not among them. */
@FunctionalInterface
public interface KnownMembers {

    /** The id of the member who sends this header, where the token in it is known and of age. */
    @Nullable String behind(@Nullable String authorization);
}
