package dev.qingdan.command.platform.store;

import dev.qingdan.command.platform.StreamId;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of the streams that were looked at last; the others are let go. */
final class LeastRecentlyUsed<V> extends LinkedHashMap<StreamId, V> {

    private static final long serialVersionUID = 1L;

    private final int most;

    LeastRecentlyUsed(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<StreamId, V> eldest) {
        return size() > most;
    }
}
