package dev.qingdan.infra.stack.launch;

/** What an exit code says about the end of a process. */
final class ExitCode {

    private static final int BY_SIGNAL = 128;
    private static final int KILL = BY_SIGNAL + 9;
    private static final int TERM = BY_SIGNAL + 15;

    private ExitCode() {}

    static String describe(int code) {
        return switch (code) {
            case KILL -> "was killed (by kill -9, or by the system for want of memory)";
            case TERM -> "was told to end by somebody else (TERM)";
            default -> "ended with code " + code;
        };
    }
}
