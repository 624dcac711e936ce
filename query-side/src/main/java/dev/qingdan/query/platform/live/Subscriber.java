package dev.qingdan.query.platform.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A member with a socket: what they have, and which rows they are to be told of. Only keys wait
 * here, never rows: what changes while a client reads slowly is read once it is ready for more, as
 * it is then.
 */
final class Subscriber {

    /** A row that is to be told. */
    record Item(LiveView view, String key) {}

    private static final int MOST_WAITING = 1_000;

    private final String member;
    private final Peer peer;
    private final @Nullable Map<String, Long> resume;
    private final Consumer<Subscriber> feed;
    private final Map<LiveView, Known> known = new HashMap<>();
    private final Set<Item> waiting = new LinkedHashSet<>();

    Subscriber(
            String member,
            Peer peer,
            @Nullable Map<String, Long> resume,
            Consumer<Subscriber> feed) {
        this.member = member;
        this.peer = peer;
        this.resume = resume;
        this.feed = feed;
    }

    String member() {
        return member;
    }

    Peer peer() {
        return peer;
    }

    /** Only for the feed's thread. */
    Known known(LiveView view) {
        return known.computeIfAbsent(view, _ -> new Known(resume));
    }

    void tell(LiveView view, Collection<String> keys) {
        if (add(view, keys) > MOST_WAITING) {
            peer.end(Farewell.TOO_SLOW);
        } else {
            ready();
        }
    }

    private synchronized int add(LiveView view, Collection<String> keys) {
        keys.forEach(key -> waiting.add(new Item(view, key)));
        return waiting.size();
    }

    /** The socket may take more; a busy one says so again once it is not. */
    void ready() {
        if (isWaiting() && peer.idle()) {
            feed.accept(this);
        }
    }

    private synchronized boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** The first so many of what waits, which then waits no more. */
    synchronized List<Item> take(int most) {
        var taken = new ArrayList<Item>();
        var items = waiting.iterator();
        while (items.hasNext() && taken.size() < most) {
            taken.add(items.next());
            items.remove();
        }
        return taken;
    }

    /** They could not be read; they go on waiting. */
    synchronized void giveBack(List<Item> taken) {
        waiting.addAll(taken);
    }
}
