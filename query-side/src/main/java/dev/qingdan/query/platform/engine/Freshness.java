package dev.qingdan.query.platform.engine;

import dev.qingdan.events.ConsistencyToken;
import dev.qingdan.events.ConsistencyToken.Place;
import dev.qingdan.query.platform.cache.AnswerCaches;
import dev.qingdan.query.platform.live.LiveUpdates;
import dev.qingdan.query.platform.web.Views;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Lets a reader wait until the views hold what it has written. Waiting readers are woken by what
 * batches announce when they commit, on this instance or another.
 *
 * <p>What is remembered here may be behind the database but never ahead of it: also a swap of
 * generations only ever moves readers forward, so a generation that is no longer the live one leads
 * to waiting longer, not to reading too early.
 */
@Component
class Freshness implements Views {

    private record Waiter(
            String projection, Map<Place, Long> wanted, CompletableFuture<Boolean> met) {}

    private final LivePositions database;
    private final LiveUpdates sockets;
    private final AnswerCaches caches;
    private final Map<String, String> live = new ConcurrentHashMap<>();
    private final Map<String, Map<Place, Long>> reached = new ConcurrentHashMap<>();

    /** What was announced, and not only seen in the database. */
    private final Map<String, Map<Place, Long>> heard = new ConcurrentHashMap<>();

    private final Map<String, Integer> parkings = new ConcurrentHashMap<>();
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();

    Freshness(LivePositions database, LiveUpdates sockets, AnswerCaches caches) {
        this.database = database;
        this.sockets = sockets;
        this.caches = caches;
    }

    @Override
    public Standing await(String projection, ConsistencyToken token, Duration atMost) {
        var wanted = new HashMap<>(token.positions());
        wanted.keySet().removeIf(place -> !database.feeds(projection, place.topic()));
        if (!reaches(projection, wanted, atMost)) {
            return Standing.BEHIND;
        }
        forgetWhatIsOlder(projection, wanted);
        return parked(projection, wanted) ? Standing.PARKED : Standing.HELD;
    }

    /** Where a look into the database let this reader through, rows may have changed unheard. */
    private void forgetWhatIsOlder(String projection, Map<Place, Long> wanted) {
        var generation = live.getOrDefault(projection, "");
        if (!holds(heard, generation, wanted)) {
            var seen = Map.copyOf(reached.getOrDefault(generation, Map.of()));
            caches.overtaken(projection);
            raise(heard, generation, seen);
        }
    }

    /** The positions are passed, but the events at them may have been put aside. */
    private boolean parked(String projection, Map<Place, Long> wanted) {
        var generation = live.getOrDefault(projection, "");
        return parkings.containsKey(generation) && database.parked(generation, wanted);
    }

    private boolean reaches(String projection, Map<Place, Long> wanted, Duration atMost) {
        if (viewsHold(projection, wanted)) {
            return true;
        }
        var waiter = new Waiter(projection, wanted, new CompletableFuture<>());
        waiters.add(waiter);
        try {
            look(projection);
            return waiter.met()
                    .completeOnTimeout(false, atMost.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } finally {
            waiters.remove(waiter);
        }
    }

    void reached(Announcement announcement) {
        raise(heard, announcement.generation(), announcement.positions());
        remember(announcement);
        wake();
    }

    /** Announcements may have been missed: nothing remembered counts until it is read again. */
    void lookAfresh() {
        reached.clear();
        look();
    }

    /** Readers of any projection may be on another generation now. */
    void look() {
        var parkingsBefore = Map.copyOf(parkings);
        database.all().forEach((projection, seen) -> saw(projection, seen, parkingsBefore));
        wake();
    }

    /** Readers of this projection may be on another generation now. */
    void look(String projection) {
        var parkingsBefore = Map.copyOf(parkings);
        database.of(projection).ifPresent(seen -> saw(projection, seen, parkingsBefore));
        wake();
    }

    private void saw(String projection, Announcement seen, Map<String, Integer> parkingsBefore) {
        forgetParkings(seen, parkingsBefore);
        remember(seen);
        swapped(projection, seen.generation());
    }

    /** A new generation comes with events that nobody has announced, since nobody read it. */
    private void swapped(String projection, String generation) {
        var before = live.put(projection, generation);
        if (before != null && !before.equals(generation)) {
            sockets.lookAfresh();
        }
    }

    /** Nothing is parked any more, unless something was announced while we looked. */
    private void forgetParkings(Announcement seen, Map<String, Integer> before) {
        var count = before.get(seen.generation());
        if (!seen.parked() && count != null) {
            parkings.remove(seen.generation(), count);
        }
    }

    private void remember(Announcement announcement) {
        if (announcement.parked()) {
            parkings.merge(announcement.generation(), 1, Integer::sum);
        }
        raise(reached, announcement.generation(), announcement.positions());
    }

    private static void raise(
            Map<String, Map<Place, Long>> all, String generation, Map<Place, Long> to) {
        var positions = all.computeIfAbsent(generation, _ -> new ConcurrentHashMap<>());
        to.forEach((place, position) -> positions.merge(place, position, Math::max));
    }

    private void wake() {
        for (Waiter waiter : waiters) {
            if (viewsHold(waiter.projection(), waiter.wanted())) {
                waiter.met().complete(true);
            }
        }
    }

    private boolean viewsHold(String projection, Map<Place, Long> wanted) {
        return holds(reached, live.getOrDefault(projection, ""), wanted);
    }

    private static boolean holds(
            Map<String, Map<Place, Long>> all, String generation, Map<Place, Long> wanted) {
        var positions = all.getOrDefault(generation, Map.of());
        return wanted.entrySet().stream()
                .allMatch(entry -> positions.getOrDefault(entry.getKey(), -1L) >= entry.getValue());
    }
}
