package dev.qingdan.command.platform.store;

/**
 * What became of a unit of work whose state others may have built on before it was written. That
 * another instance has given the stream an event of the same sequence meanwhile does not help them.
 */
final class Fate {

    /** Of what was read from the store. */
    static final Fate WRITTEN = new Fate(true);

    private volatile boolean written;
    private volatile boolean failed;

    Fate() {}

    private Fate(boolean written) {
        this.written = written;
    }

    void end(boolean asWritten) {
        written = asWritten;
        failed = !asWritten;
    }

    boolean isWritten() {
        return written;
    }

    boolean isFailed() {
        return failed;
    }
}
