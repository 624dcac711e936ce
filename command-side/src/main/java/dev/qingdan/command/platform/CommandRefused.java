package dev.qingdan.command.platform;

/**
 * Carries a refusal out through Axon, whose units of work unwind by exception only: whatever the
 * command had already applied is left undone.
 */
public final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public CommandRefused(Refusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
