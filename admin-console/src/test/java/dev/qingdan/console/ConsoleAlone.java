package dev.qingdan.console;

/** Shows the console by itself, for whoever works on its looks: sign in as admin. */
final class ConsoleAlone {

    private static final int PORT = 21082;

    private ConsoleAlone() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (var _ = new RunningConsole(PORT)) {
            Thread.currentThread().join();
        }
    }
}
