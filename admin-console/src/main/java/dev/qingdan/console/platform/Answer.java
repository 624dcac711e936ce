package dev.qingdan.console.platform;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a side said: a refusal and silence are values, so that a page can still be shown. */
public sealed interface Answer<T> {

    /**
     * @param behind the view did not yet contain the reader's own last write
     */
    record Given<T>(T body, boolean behind) implements Answer<T> {}

    record Refused<T>(Problem problem) implements Answer<T> {}

    record Away<T>(Side side) implements Answer<T> {}

    /** The body, or null; what templates ask for. */
    default @Nullable T getBody() {
        return this instanceof Given<T>(var body, _) ? body : null;
    }

    default boolean isBehind() {
        return this instanceof Given<T> given && given.behind();
    }

    default @Nullable Side getAway() {
        return this instanceof Away<T>(var side) ? side : null;
    }

    default @Nullable Problem getProblem() {
        return this instanceof Refused<T>(var problem) ? problem : null;
    }

    default <R> Answer<R> map(Function<T, R> change) {
        return switch (this) {
            case Given<T>(var body, var behind) -> new Given<>(change.apply(body), behind);
            case Refused<T>(var problem) -> new Refused<>(problem);
            case Away<T>(var side) -> new Away<>(side);
        };
    }
}
