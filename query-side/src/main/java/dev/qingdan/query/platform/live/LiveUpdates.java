package dev.qingdan.query.platform.live;

import java.util.List;
import java.util.Map;

/** Where this instance learns what readers can now see, whoever has written it. */
public interface LiveUpdates {

    /**
     * These rows of a table have changed.
     *
     * @param keys by whom they concern
     */
    void changed(String table, Map<String, List<String>> keys);

    /**
     * Anything may have changed unheard: the sockets of this instance are compared with the views.
     */
    void lookAfresh();
}
