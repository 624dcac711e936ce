package dev.qingdan.command.platform.http;

/** Unwinds a unit of work that was begun as the only one, and finds that it takes more. */
public final class TakesSteps extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TakesSteps() {
        super("More than one unit of work is needed", null, false, false);
    }
}
