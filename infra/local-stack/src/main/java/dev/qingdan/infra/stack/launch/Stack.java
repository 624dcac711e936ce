package dev.qingdan.infra.stack.launch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** All parts together: each starts when the parts it comes after serve, and stops before them. */
final class Stack implements AutoCloseable {

    private final List<Keeper> keepers = new ArrayList<>();
    private final CompletableFuture<Void> loss = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final DataFolder data;
    private final Terminal terminal;
    private volatile boolean stopping;

    Stack(DataFolder data, Terminal terminal) {
        this.data = data;
        this.terminal = terminal;
    }

    /** Starts these in parallel as far as their order allows; fails with the first that fails. */
    void start(List<Part> parts) {
        var serving = new HashMap<String, CompletableFuture<Void>>();
        var allServing = new CompletableFuture<@Nullable Void>();
        synchronized (keepers) {
            for (var part : parts) {
                var keeper = new Keeper(part, data, terminal, this::lose);
                keepers.add(keeper);
                var needed = all(only(part.after(), serving));
                serving.put(part.name(), needed.thenRunAsync(keeper::start, threads));
            }
        }
        all(serving.values()).thenRun(() -> allServing.complete(null)).exceptionally(this::lose);
        CompletableFuture.anyOf(loss, allServing).join();
    }

    /** Blocks until a part is lost for good, and fails with the reason. */
    void awaitLoss() {
        loss.join();
    }

    /** Stops everything, also what is only starting. */
    @Override
    public void close() {
        stopping = true;
        var stopped = new HashMap<String, CompletableFuture<Void>>();
        synchronized (keepers) {
            for (var keeper : keepers.reversed()) {
                var users = all(only(usersOf(keeper.part()), stopped));
                stopped.put(keeper.part().name(), users.thenRunAsync(keeper::stop, threads));
            }
        }
        all(stopped.values()).join();
    }

    /** While everything stops, a part that ends is no loss. */
    private @Nullable Void lose(Throwable reason) {
        if (!stopping) {
            loss.completeExceptionally(reason);
        }
        return null;
    }

    private List<String> usersOf(Part part) {
        return keepers.stream()
                .map(Keeper::part)
                .filter(user -> user.after().contains(part.name()))
                .map(Part::name)
                .toList();
    }

    private static List<CompletableFuture<Void>> only(
            Collection<String> names, Map<String, CompletableFuture<Void>> futures) {
        return names.stream().filter(futures::containsKey).map(futures::get).toList();
    }

    private static CompletableFuture<Void> all(Collection<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
    }
}
