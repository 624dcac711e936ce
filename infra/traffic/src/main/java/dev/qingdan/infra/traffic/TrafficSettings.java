package dev.qingdan.infra.traffic;

import dev.qingdan.infra.traffic.api.Addresses;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where to go, and how many of us.
 *
 * @param rate orders a second, begun whether or not earlier ones are done
 * @param buyers how many different members
 * @param journal where answers are written down
 * @param staffKey the private key of staff tokens; with it a clerk fills shelves and serves orders
 */
public record TrafficSettings(
        double rate,
        int buyers,
        Addresses addresses,
        Patience patience,
        Path journal,
        @Nullable Path staffKey) {

    /**
     * @param request after this a request is sent again, under the same key
     * @param server how long a server may be away before a buyer goes home
     * @param thought how long a buyer looks at a page at most
     */
    public record Patience(Duration request, Duration server, Duration thought) {

        public static final Patience ORDINARY =
                new Patience(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofSeconds(2));
    }
}
