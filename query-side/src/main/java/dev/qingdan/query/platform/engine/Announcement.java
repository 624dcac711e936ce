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
 *
 * @param parked whether events were parked on the way, which is said by a last word {@code !}
 */
record Announcement(String generation, Map<Place, Long> positions, boolean parked) {

    private static final String PARKED = "!";

    static Announcement parse(String text) {
        var words = Arrays.asList(text.split(" "));
        var positions = new HashMap<Place, Long>();
        var parked = words.getLast().equals(PARKED);
        for (String word : words.subList(1, words.size() - (parked ? 1 : 0))) {
            var slash = word.indexOf('/');
            var equals = word.indexOf('=');
            var topic = Topic.valueOf(word.substring(0, slash));
            var partition = Integer.parseInt(word, slash + 1, equals, 10);
            positions.put(
                    new Place(topic, partition),
                    Long.parseLong(word, equals + 1, word.length(), 10));
        }
        return new Announcement(words.getFirst(), positions, parked);
    }

    @Override
    public String toString() {
        return positions.entrySet().stream()
                .map(entry -> " " + text(entry.getKey()) + "=" + entry.getValue())
                .collect(joining("", generation, parked ? " " + PARKED : ""));
    }

    private static String text(Place place) {
        return place.topic() + "/" + place.partition();
    }
}
