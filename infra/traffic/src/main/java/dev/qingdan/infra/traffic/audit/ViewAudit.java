package dev.qingdan.infra.traffic.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/** The views against the books. */
final class ViewAudit {

    private final Books books;

    ViewAudit(Books books) {
        this.books = books;
    }

    /**
     * What the views show otherwise than the books had it at the version shown.
     *
     * @param least how many versions of each order and shelf the views must have reached
     */
    List<Difference> differences(
            Map<String, Views.Order> orders, Map<String, Views.Stock> stock, Reached least) {
        var all = new ArrayList<Difference>();
        all.addAll(
                compare(
                        "order",
                        books.orders(),
                        least.orders,
                        orders,
                        Views.Order::version,
                        (sheet, version) ->
                                new Views.Order(
                                        version,
                                        sheet.shownStatus(),
                                        sheet.placed().total(),
                                        sheet.placed().discount(),
                                        sheet.placed().payable())));
        all.addAll(
                compare(
                        "stock",
                        books.shelves(),
                        least.shelves,
                        stock,
                        Views.Stock::version,
                        (shelf, version) ->
                                new Views.Stock(version, shelf.onHand(), shelf.reserved())));
        return all;
    }

    private static <S, V> List<Difference> compare(
            String kind,
            Map<String, List<S>> kept,
            Map<String, Integer> least,
            Map<String, V> shown,
            ToIntFunction<V> versionOf,
            BiFunction<S, Integer, V> expected) {
        var all = new ArrayList<Difference>();
        var ids = new TreeSet<>(least.keySet());
        ids.addAll(shown.keySet());
        for (var id : ids) {
            var about = kind + " " + id;
            var versions = kept.getOrDefault(id, List.of());
            var view = shown.get(id);
            if (view == null) {
                all.add(new Difference(about, "is not in the view"));
                continue;
            }
            var version = versionOf.applyAsInt(view);
            if (version >= versions.size()) {
                all.add(new Difference(about, "is not in the store as version " + version));
            } else if (version < least.getOrDefault(id, 0) - 1) {
                all.add(
                        new Difference(
                                about,
                                "shows version %d of %d".formatted(version, versions.size() - 1)));
            } else if (!expected.apply(versions.get(version), version).equals(view)) {
                all.add(
                        new Difference(
                                about,
                                "is %s, but is shown as %s"
                                        .formatted(
                                                expected.apply(versions.get(version), version),
                                                view)));
            }
        }
        return all;
    }

    /** How many events each order and each shelf had at one moment. */
    record Reached(Map<String, Integer> orders, Map<String, Integer> shelves) {

        static Reached by(Books books) {
            return new Reached(sizes(books.orders()), sizes(books.shelves()));
        }

        private static <S> Map<String, Integer> sizes(Map<String, List<S>> kept) {
            var sizes = new HashMap<String, Integer>();
            kept.forEach((id, versions) -> sizes.put(id, versions.size()));
            return sizes;
        }
    }
}
