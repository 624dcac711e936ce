package dev.qingdan.query.platform.engine;

import static java.util.stream.Collectors.joining;

import dev.qingdan.events.ConsistencyToken.Place;
import dev.qingdan.events.Topic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * That a generation has reached these global positions. Its text goes through PostgreSQL: {@code
 * order_view_3 ORDER/2=4711 ORDER/5=4712}.
 */
record Announcement(String generation, Map<Place, Long> positions) {

    static Announcement parse(String text) {
        var words = Arrays.asList(text.split(" "));
        var positions = new HashMap<Place, Long>();
        for (String word : words.subList(1, words.size())) {
            var parts = word.split("[/=]");
            var place = new Place(Topic.valueOf(parts[0]), Integer.parseInt(parts[1]));
            positions.put(place, Long.parseLong(parts[2]));
        }
        return new Announcement(words.getFirst(), positions);
    }

    @Override
    public String toString() {
        return positions.entrySet().stream()
                .map(entry -> " " + text(entry.getKey()) + "=" + entry.getValue())
                .collect(joining("", generation, ""));
    }

    private static String text(Place place) {
        return place.topic() + "/" + place.partition();
    }
}
