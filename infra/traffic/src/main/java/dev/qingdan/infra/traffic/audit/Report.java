package dev.qingdan.infra.traffic.audit;

import java.util.List;
import java.util.stream.Collectors;

/** What was compared, and every difference that stayed. */
public record Report(
        long events,
        int orders,
        int ordersShown,
        int shelves,
        long promises,
        List<Difference> differences) {

    private static final int MOST_SHOWN = 50;

    public boolean isClean() {
        return differences.isEmpty();
    }

    @Override
    public String toString() {
        return """
        store    %,d events: %,d orders, %,d shelves
        views    %,d orders
        journal  %,d accepted orders
        %s\
        """
                .formatted(events, orders, shelves, ordersShown, promises, verdict());
    }

    private String verdict() {
        return isClean()
                ? "Nothing differs."
                : differences.stream()
                        .limit(MOST_SHOWN)
                        .map(Difference::toString)
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "%,d DIFFERENCES\n".formatted(differences.size()),
                                        differences.size() > MOST_SHOWN ? "\n..." : ""));
    }
}
