package dev.qingdan.infra.benchmark.start;

import dev.qingdan.infra.benchmark.stack.Part;
import dev.qingdan.infra.benchmark.stack.Processes;
import dev.qingdan.infra.benchmark.stack.WholeStack;
import dev.qingdan.infra.stack.launch.Health;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * From the start of an application's process to its first 200: it is ended, and its launcher starts
 * it again beside all the others, which have nothing to do.
 */
record Start(String application, List<Long> millis) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    static Start of(Part application, WholeStack stack, int times) throws InterruptedException {
        var millis = Stream.<Long>builder();
        for (int i = 0; i < times; i++) {
            millis.add(restarted(application, stack).toMillis());
        }
        return new Start(application.label(), millis.build().toList());
    }

    long median() {
        return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElse(0L);
    }

    private static Duration restarted(Part application, WholeStack stack)
            throws InterruptedException {
        var old = stack.pid(application);
        ProcessHandle.of(old)
                .ifPresent(process -> {
                    process.destroy();
                    process.onExit().join();
                });
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isAnother(stack.pid(application), old)
                || !Health.isGood(stack.healthOf(application))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(application.label() + " does not start again");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return Processes.age(stack.pid(application));
    }

    private static boolean isAnother(long pid, long old) {
        return pid != 0 && pid != old;
    }
}
