package dev.qingdan.infra.traffic.buyers;

import dev.qingdan.infra.traffic.api.Reply;
import dev.qingdan.infra.traffic.buyers.Catalogue.Basket;
import dev.qingdan.infra.traffic.journal.Entry;
import dev.qingdan.infra.traffic.journal.Entry.Line;
import dev.qingdan.infra.traffic.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;

/** One member comes, orders, and does as is this member's habit. */
public final class Visit {

    private static final String PREPAY = "prepay_id=";

    /** One visitor in so many looks for a coupon. */
    private static final int FOR_A_COUPON = 4;

    private final Member member;
    private final Journal journal;
    private final Tally tally;
    private final Duration longestThought;

    public Visit(Member member, Journal journal, Tally tally, Duration longestThought) {
        this.member = member;
        this.journal = journal;
        this.tally = tally;
        this.longestThought = longestThought;
    }

    public void of(Basket wanted) throws InterruptedException {
        var basket =
                ThreadLocalRandom.current().nextInt(FOR_A_COUPON) == 0 ? cheaper(wanted) : wanted;
        var habit = Habit.any(ThreadLocalRandom.current());
        var key = Member.newKey();
        journal.write(
                new Entry.Asked(Instant.now(), member.id(), key, basket.shopId(), basket.lines()));
        var begun = System.nanoTime();
        var reply = habit == Habit.IMPATIENT ? placeTwice(basket, key) : place(basket, key);
        tally.answered(System.nanoTime() - begun);
        if (reply.status() != 201) {
            journal.write(
                    new Entry.Refused(
                            Instant.now(), member.id(), key, reply.status(), reply.code()));
            tally.refused(reply.code());
            return;
        }
        var order = reply.text("orderId");
        var payable = reply.json().path("payable").asLong();
        journal.write(
                new Entry.Accepted(
                        Instant.now(), member.id(), key, order, reply.text("status"), payable));
        tally.accepted();
        look(order, reply);
        goOn(habit, order, payable, basket);
    }

    /** With a coupon of the shop, if there is one that this member has not taken yet. */
    private Basket cheaper(Basket basket) throws InterruptedException {
        var campaigns = member.read("/api/v1/campaigns?shopId=" + basket.shopId(), null);
        if (campaigns.isSuccess()) {
            for (var campaign : campaigns.json().path("items")) {
                var body = Map.of("campaignId", campaign.path("campaignId").asString());
                var taken = member.write("/api/v1/members/me/coupons", Member.newKey(), body);
                if (taken.status() == 201) {
                    tally.coupon();
                    return basket.with(taken.text("couponId"));
                }
            }
        }
        return basket;
    }

    private void goOn(Habit habit, String order, long payable, Basket basket)
            throws InterruptedException {
        switch (habit) {
            case PAYS, IMPATIENT -> pay(order, payable, false);
            case PAYS_UNNOTICED -> {
                pay(order, payable, true);
                member.write(order(order) + "/payment-checks", Member.newKey(), Map.of());
            }
            case ASKS_BACK -> {
                pay(order, payable, false);
                askBack(order, basket.lines().getFirst());
            }
            case CANCELS -> cancel(order);
            case CANCELS_AFTER_PAYING -> {
                pay(order, payable, false);
                cancel(order);
            }
            case FORGETS -> tally.forgotten();
        }
    }

    private Reply place(Basket basket, String key) throws InterruptedException {
        return member.write("/api/v1/orders", key, basket);
    }

    /** Both answers must name the same order, whichever request comes first. */
    private Reply placeTwice(Basket basket, String key) throws InterruptedException {
        var twin = new FutureTask<>(() -> place(basket, key));
        Thread.startVirtualThread(twin);
        var reply = place(basket, key);
        try {
            if (!twin.get().text().equals(reply.text())) {
                tally.contradicted(reply.text() + " but " + twin.get().text());
            }
        } catch (ExecutionException noAnswer) {
            tally.noAnswer();
        }
        return reply;
    }

    /** Reads the own order at once, as the mini-program does after ordering. */
    private void look(String order, Reply placed) throws InterruptedException {
        var token = placed.header("Consistency-Token").orElse(null);
        var begun = System.nanoTime();
        var view = member.read(order(order), token);
        tally.seen(System.nanoTime() - begun);
        if (!view.isSuccess()) {
            tally.contradicted("order " + order + " was accepted, but reads " + view.text());
        }
    }

    private void pay(String order, long payable, boolean silently) throws InterruptedException {
        think();
        var reply = member.write(order(order) + "/payments", Member.newKey(), Map.of());
        if (!reply.isSuccess()) {
            return;
        }
        var prepayId = reply.text("package").substring(PREPAY.length());
        think();
        if (member.phone().pay(prepayId, silently)) {
            journal.write(new Entry.Paid(Instant.now(), order, payable));
            tally.paid();
        }
    }

    private void cancel(String order) throws InterruptedException {
        think();
        var path = order(order) + "/cancellation";
        var reply = member.write(path, Member.newKey(), Map.of("reason", "Changed my mind"));
        if (reply.isSuccess()) {
            journal.write(new Entry.Cancelled(Instant.now(), order, reply.text("status")));
            tally.cancelled();
        }
    }

    private void askBack(String order, Line line) throws InterruptedException {
        think();
        var piece = Map.of("sku", line.sku(), "quantity", 1);
        var body = Map.of("reason", "One was not good", "lines", List.of(piece));
        if (member.write(order(order) + "/refunds", Member.newKey(), body).isSuccess()) {
            tally.askedBack();
        }
    }

    private static String order(String id) {
        return "/api/v1/orders/" + id;
    }

    private void think() throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextLong(longestThought.toMillis()));
    }
}
