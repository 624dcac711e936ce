package dev.qingdan.command.platform;

/** Axon hands failures over as {@link Throwable}s. */
public final class Failures {

    private Failures() {}

    /** The failure as something to throw; an error is thrown at once. */
    public static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(failure);
        };
    }
}
