package dev.qingdan.events;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a client has written, so that its next read can wait for it: for each partition of each
 * topic the highest global position among its own events. Its text, the {@code Consistency-Token}
 * header, is opaque to clients and at most about 400 characters long, since partitions are few.
 *
 * <p>Form: {@code v1} and then, joined by dots, {@code <topic's initial><partition>-<position in
 * base 36>}, such as {@code v1.o2-2n9c.s0-2n9d}.
 */
public record ConsistencyToken(Map<Place, Long> positions) {

    /** One partition of one topic. */
    public record Place(Topic topic, int partition) implements Comparable<Place> {

        /** Where an aggregate's events are. */
        public static Place of(Topic topic, String aggregateId) {
            return new Place(topic, Topic.partitionOf(aggregateId));
        }

        @Override
        public int compareTo(Place other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic != 0 ? byTopic : Integer.compare(partition, other.partition);
        }
    }

    public static final ConsistencyToken NOTHING = new ConsistencyToken(Map.of());

    private static final String VERSION = "v1";
    private static final int RADIX = 36;
    private static final Pattern ENTRY = Pattern.compile("([a-z])([0-9]{1,4})-([0-9a-z]{1,12})");

    public ConsistencyToken {
        positions = Collections.unmodifiableMap(new TreeMap<>(positions));
    }

    /** This token, covering an event at that position as well. */
    public ConsistencyToken with(Topic topic, String aggregateId, long position) {
        return and(new ConsistencyToken(Map.of(Place.of(topic, aggregateId), position)));
    }

    /** A token that covers both. */
    public ConsistencyToken and(ConsistencyToken other) {
        if (positions.isEmpty() || other.positions.isEmpty()) {
            return positions.isEmpty() ? other : this;
        }
        var both = new TreeMap<>(positions);
        other.positions.forEach((place, position) -> both.merge(place, position, Math::max));
        return new ConsistencyToken(both);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(VERSION);
        positions.forEach((place, position) ->
                text.append('.')
                        .append(initial(place.topic()))
                        .append(place.partition())
                        .append('-')
                        .append(Long.toString(position, RADIX)));
        return text.toString();
    }

    /**
     * The token that was written so.
     *
     * @throws IllegalArgumentException where the text is not a token of ours
     */
    public static ConsistencyToken parse(String text) {
        var parts = Arrays.asList(text.split("\\.", -1));
        if (!parts.getFirst().equals(VERSION) || parts.size() > 100) {
            throw new IllegalArgumentException("Not a consistency token");
        }
        var positions = new TreeMap<Place, Long>();
        for (String part : parts.subList(1, parts.size())) {
            var entry = ENTRY.matcher(part);
            if (!entry.matches()) {
                throw new IllegalArgumentException("Not an entry of a consistency token: " + part);
            }
            var place = new Place(topicOf(entry.group(1)), Integer.parseInt(entry.group(2)));
            positions.merge(place, Long.parseLong(entry.group(3), RADIX), Math::max);
        }
        return new ConsistencyToken(positions);
    }

    private static String initial(Topic topic) {
        return topic.familyName().substring(0, 1);
    }

    private static Topic topicOf(String initial) {
        return Arrays.stream(Topic.values())
                .filter(topic -> initial(topic).equals(initial))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Not a topic's initial: " + initial));
    }
}
