package dev.qingdan.query.platform.live;

import static java.util.stream.Collectors.groupingBy;

import dev.qingdan.query.platform.live.LiveView.Document;
import dev.qingdan.query.platform.live.LiveView.Standing;
import dev.qingdan.query.platform.live.Subscriber.Item;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads for many subscribers at once what each of them is to be told. */
@Component
class Delivery {

    private static final int NEWEST = 100;
    private static final int FRAMES_AT_ONCE = 16;

    private final List<LiveView> views;
    private final MeterRegistry meters;

    Delivery(List<LiveView> views, MeterRegistry meters) {
        this.views = views;
        this.meters = meters;
    }

    /** Finds out what they have missed. */
    void compare(List<Subscriber> subscribers) {
        if (!subscribers.isEmpty()) {
            views.forEach(view -> compare(view, subscribers));
        }
    }

    private static void compare(LiveView view, List<Subscriber> subscribers) {
        var members = new HashSet<String>();
        var named = new HashSet<String>();
        for (Subscriber subscriber : subscribers) {
            members.add(subscriber.member());
            named.addAll(subscriber.known(view).named());
        }
        var standings =
                view.standings(members, named, NEWEST).stream()
                        .collect(groupingBy(Standing::audience));
        for (Subscriber subscriber : subscribers) {
            var rows = standings.getOrDefault(subscriber.member(), List.of());
            subscriber.tell(view, subscriber.known(view).missing(rows));
        }
    }

    /** Tells those whose sockets are ready the first of what waits for them. */
    void deliver(List<Subscriber> subscribers) {
        var items = new LinkedHashMap<Subscriber, List<Item>>();
        for (Subscriber subscriber : subscribers) {
            if (subscriber.peer().idle()) {
                items.put(subscriber, subscriber.take(FRAMES_AT_ONCE));
            }
        }
        try {
            var documents = documents(items.values());
            items.forEach((subscriber, taken) -> tell(subscriber, taken, documents));
        } catch (RuntimeException failure) {
            items.forEach(Subscriber::giveBack);
            throw failure;
        }
    }

    private static Map<Item, Document> documents(Iterable<List<Item>> wanted) {
        var keys = new HashMap<LiveView, HashSet<String>>();
        wanted.forEach(items ->
                items.forEach(item ->
                        keys.computeIfAbsent(item.view(), _ -> new HashSet<>()).add(item.key())));
        var documents = new HashMap<Item, Document>();
        keys.forEach((view, some) ->
                view.documents(some)
                        .forEach(found -> documents.put(new Item(view, found.key()), found)));
        return documents;
    }

    private void tell(Subscriber subscriber, List<Item> items, Map<Item, Document> documents) {
        var frames = new ArrayList<String>();
        for (Item item : items) {
            var document = documents.get(item);
            // A client may have named a row of somebody else
            if (document != null
                    && document.audience().equals(subscriber.member())
                    && subscriber.known(item.view()).advances(item.key(), document.version())) {
                frames.add(frame(item.view().type(), document.json()));
                meters.counter("qingdan.live.sent", "type", item.view().type()).increment();
            }
        }
        if (frames.isEmpty()) {
            subscriber.ready();
        } else {
            subscriber.peer().send(frames);
        }
    }

    private static String frame(String type, String json) {
        return "{\"type\":\"" + type + "\",\"" + type + "\":" + json + "}";
    }
}
