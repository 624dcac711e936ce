package dev.qingdan.infra.traffic;

import dev.qingdan.infra.traffic.api.Api;
import dev.qingdan.infra.traffic.api.NoAnswer;
import dev.qingdan.infra.traffic.buyers.Catalogue;
import dev.qingdan.infra.traffic.buyers.Member;
import dev.qingdan.infra.traffic.buyers.Phone;
import dev.qingdan.infra.traffic.buyers.Tally;
import dev.qingdan.infra.traffic.buyers.Visit;
import dev.qingdan.infra.traffic.journal.Journal;
import dev.qingdan.infra.traffic.staff.Clerk;
import dev.qingdan.infra.traffic.staff.Manager;
import dev.qingdan.infra.traffic.staff.StaffTokens;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Buyers who come at a steady pace, however long those before them have to wait. */
public final class Traffic implements AutoCloseable {

    private static final int MOST_UNDER_WAY = 5_000;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    private final Api api;
    private final Catalogue catalogue;
    private final List<Member> members;
    private final Journal journal;
    private final Tally tally = new Tally();
    private final Duration thought;
    private final AtomicInteger underWay = new AtomicInteger();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService visits = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService rounds = Executors.newVirtualThreadPerTaskExecutor();

    private Traffic(TrafficSettings settings) {
        var to = settings.addresses();
        thought = settings.patience().thought();
        api = new Api(settings.patience().request(), settings.patience().server());
        catalogue = new Catalogue(api, to.query());
        journal = new Journal(settings.journal());
        var phone = new Phone(api, to.wechat());
        members =
                IntStream.range(0, settings.buyers())
                        .mapToObj(i -> "o-buyer-%04d".formatted(i))
                        .map(openid -> new Member(api, phone, to.command(), to.query(), openid))
                        .toList();
    }

    public static Traffic start(TrafficSettings settings) {
        var traffic = new Traffic(settings);
        traffic.repeatedly(traffic.catalogue::refresh);
        var staffKey = settings.staffKey();
        if (staffKey != null) {
            var tokens = new StaffTokens(staffKey);
            var clerk = new Clerk(traffic.api, settings.addresses(), tokens);
            traffic.repeatedly(clerk::round);
            var manager = new Manager(traffic.api, settings.addresses(), tokens);
            traffic.repeatedly(manager::round);
        }
        var nanos = Math.round(1_000_000_000 / settings.rate());
        var _ = traffic.pace.scheduleAtFixedRate(traffic::come, 0, nanos, TimeUnit.NANOSECONDS);
        return traffic;
    }

    public Tally tally() {
        return tally;
    }

    String summary() {
        return tally.line(underWay.get(), api.repeats());
    }

    private void come() {
        var basket = catalogue.fill(ThreadLocalRandom.current());
        if (basket.isEmpty()) {
            return;
        }
        if (underWay.get() >= MOST_UNDER_WAY) {
            tally.turnedAway();
            return;
        }
        var member = members.get(ThreadLocalRandom.current().nextInt(members.size()));
        underWay.incrementAndGet();
        tally.asked();
        var _ =
                visits.submit(() -> {
                    try {
                        new Visit(member, journal, tally, thought).of(basket.get());
                    } catch (NoAnswer gaveUp) {
                        tally.noAnswer();
                    } finally {
                        underWay.decrementAndGet();
                    }
                    return null;
                });
    }

    private void repeatedly(Round round) {
        var _ =
                rounds.submit(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        try {
                            round.go();
                        } catch (NoAnswer nobodyThere) {
                            tally.noAnswer();
                        }
                        Thread.sleep(LOOK_AGAIN);
                    }
                    return null;
                });
    }

    /** Nobody new comes in; who is under way may finish, for this long at most. */
    public void stop(Duration atMost) throws InterruptedException {
        pace.shutdownNow();
        visits.shutdown();
        if (!visits.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            visits.shutdownNow();
        }
        close();
    }

    @Override
    public void close() {
        pace.shutdownNow();
        visits.shutdownNow();
        rounds.shutdownNow();
        api.close();
    }

    @FunctionalInterface
    private interface Round {
        void go() throws InterruptedException;
    }
}
