package dev.qingdan.infra.traffic.audit;

import dev.qingdan.infra.traffic.journal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The buyers' journal against the books: no promise broken, no order lost, none made twice. */
final class JournalAudit {

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(1);
    private static final Set<String> CALLED_OFF = Set.of("CANCELLED", "REFUNDED");

    private final Books books;
    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, String> orderOfKey = new HashMap<>();
    private final Set<String> promised = new HashSet<>();
    private final Map<String, String> memberOfOpenKey = new HashMap<>();

    JournalAudit(Books books) {
        this.books = books;
    }

    List<Difference> differences(List<Entry> journal) {
        journal.forEach(this::check);
        journal.stream()
                .filter(Entry.Asked.class::isInstance)
                .map(Entry.Asked.class::cast)
                .map(Entry.Asked::at)
                .min(Instant::compareTo)
                .ifPresent(this::checkThatNobodyGotMore);
        return differences;
    }

    private void check(Entry entry) {
        switch (entry) {
            case Entry.Asked asked -> memberOfOpenKey.put(asked.key(), asked.memberId());
            case Entry.Refused refused -> memberOfOpenKey.remove(refused.key());
            case Entry.Accepted accepted -> check(accepted);
            case Entry.Paid paid -> {
                var order = books.orders().get(paid.orderId());
                if (order != null && order.getLast().paid() < paid.amount()) {
                    differ(
                            paid.orderId(),
                            "was paid %d fen, and the store does not know it"
                                    .formatted(paid.amount()));
                }
            }
            case Entry.Cancelled cancelled -> {
                var order = books.orders().get(cancelled.orderId());
                if (order != null && !CALLED_OFF.contains(order.getLast().shownStatus())) {
                    differ(
                            cancelled.orderId(),
                            "was called off, but is " + order.getLast().status());
                }
            }
        }
    }

    private void check(Entry.Accepted accepted) {
        memberOfOpenKey.remove(accepted.key());
        promised.add(accepted.orderId());
        var before = orderOfKey.putIfAbsent(accepted.key(), accepted.orderId());
        if (before != null && !before.equals(accepted.orderId())) {
            differ(accepted.orderId(), "was made twice, also as " + before);
        }
        var order = books.orders().get(accepted.orderId());
        if (order == null) {
            differ(accepted.orderId(), "was accepted and is lost");
            return;
        }
        var placed = order.getFirst().placed();
        if (!placed.memberId().equals(accepted.memberId())
                || placed.payable() != accepted.payable()) {
            differ(accepted.orderId(), "was promised as %s, but is %s".formatted(accepted, placed));
        }
    }

    /** Beyond what was promised a member may have what was asked for and never answered. */
    private void checkThatNobodyGotMore(Instant since) {
        var members = new HashSet<>(memberOfOpenKey.values());
        books.orders().values().stream()
                .map(versions -> versions.getFirst().placed())
                .filter(placed -> promised.contains(placed.orderId()))
                .forEach(placed -> members.add(placed.memberId()));
        var unanswered = new ArrayList<>(memberOfOpenKey.values());
        books.orders().values().stream()
                .map(versions -> versions.getFirst().placed())
                .filter(placed -> members.contains(placed.memberId()))
                .filter(placed -> placed.placedAt().isAfter(since.minus(CLOCKS_DIFFER_BY)))
                .filter(placed -> !promised.contains(placed.orderId()))
                .filter(placed -> !unanswered.remove(placed.memberId()))
                .forEach(placed -> differ(placed.orderId(), "is there, and nobody asked for it"));
    }

    private void differ(String orderId, String what) {
        differences.add(new Difference("order " + orderId, what));
    }
}
