package dev.qingdan.command;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does the same thing several times at once. */
public final class InParallel {

    private InParallel() {}

    public static <T> List<T> call(int times, IntFunction<T> call) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    IntStream.range(0, times)
                            .mapToObj(i ->
                                    threads.submit(() -> {
                                        start.await();
                                        return call.apply(i);
                                    }))
                            .toList();
            start.countDown();
            return calls.stream().map(InParallel::result).toList();
        }
    }

    private static <T> T result(Future<T> call) {
        try {
            return call.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
