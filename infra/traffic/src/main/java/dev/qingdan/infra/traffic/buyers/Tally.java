package dev.qingdan.infra.traffic.buyers;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens. Counts are since the start, times since the line before. */
public final class Tally {

    private final LongAdder asked = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder paid = new LongAdder();
    private final LongAdder cancelled = new LongAdder();
    private final LongAdder forgotten = new LongAdder();
    private final LongAdder coupons = new LongAdder();
    private final LongAdder askedBack = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final Queue<Long> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Long> views = new ConcurrentLinkedQueue<>();
    private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();

    public void asked() {
        asked.increment();
    }

    public void noAnswer() {
        unanswered.increment();
    }

    public void turnedAway() {
        turnedAway.increment();
    }

    void answered(long nanos) {
        answers.add(nanos);
    }

    void seen(long nanos) {
        views.add(nanos);
    }

    void accepted() {
        accepted.increment();
    }

    public void refused(String code) {
        refused.computeIfAbsent(code, _ -> new LongAdder()).increment();
    }

    void paid() {
        paid.increment();
    }

    void cancelled() {
        cancelled.increment();
    }

    void coupon() {
        coupons.increment();
    }

    void askedBack() {
        askedBack.increment();
    }

    void forgotten() {
        forgotten.increment();
    }

    /** The stack said two things that cannot both be true. */
    void contradicted(String what) {
        contradictions.add(what);
    }

    public long acceptedOrders() {
        return accepted.sum();
    }

    public long paidOrders() {
        return paid.sum();
    }

    /** How often somebody went home without an answer. */
    public long unanswered() {
        return unanswered.sum();
    }

    public List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    public String line(long underWay, Map<String, LongAdder> repeats) {
        return "%s  asked %d  accepted %d  refused %s  paid %d  cancelled %d  forgotten %d  coupons %d  asked back %d  %s%s%s%s"
                        .formatted(
                                LocalTime.now().truncatedTo(ChronoUnit.SECONDS),
                                asked.sum(),
                                accepted.sum(),
                                refused,
                                paid.sum(),
                                cancelled.sum(),
                                forgotten.sum(),
                                coupons.sum(),
                                askedBack.sum(),
                                "under way %d  sent again %s  ".formatted(underWay, repeats),
                                "answer %s  view %s"
                                        .formatted(percentiles(answers), percentiles(views)),
                                unanswered.sum() > 0 ? "  unanswered " + unanswered : "",
                                turnedAway.sum() > 0 ? "  turned away " + turnedAway : "")
                + (contradictions.isEmpty() ? "" : "  CONTRADICTIONS " + contradictions);
    }

    private static String percentiles(Queue<Long> times) {
        var sorted = new ArrayList<Long>();
        for (var time = times.poll(); time != null; time = times.poll()) {
            sorted.add(time);
        }
        sorted.sort(null);
        return sorted.isEmpty()
                ? "-"
                : "p50 %d ms p99 %d ms".formatted(at(sorted, 0.50), at(sorted, 0.99));
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.get((int) (share * (sorted.size() - 1))) / 1_000_000;
    }
}
