package dev.qingdan.command.relay;

/** Going on would lose or tear events: somebody has to look first. The relay keeps trying. */
final class RelayHalted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RelayHalted(String message) {
        super(message);
    }
}
