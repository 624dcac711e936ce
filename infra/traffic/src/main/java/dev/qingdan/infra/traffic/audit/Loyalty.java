package dev.qingdan.infra.traffic.audit;

import dev.qingdan.events.CampaignEvent;
import dev.qingdan.events.CampaignEvent.CampaignClosed;
import dev.qingdan.events.CampaignEvent.CampaignOpened;
import dev.qingdan.events.CampaignEvent.CouponIssued;
import dev.qingdan.events.CouponEvent.CouponReturned;
import dev.qingdan.events.CouponEvent.CouponTaken;
import dev.qingdan.events.CouponEvent.CouponUsed;
import dev.qingdan.events.MemberEvent.LevelChanged;
import dev.qingdan.events.MemberEvent.MemberErased;
import dev.qingdan.events.MemberEvent.MemberRegistered;
import dev.qingdan.events.MemberEvent.PointsEarned;
import dev.qingdan.events.MemberEvent.PointsTakenBack;
import dev.qingdan.events.MembershipEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Points, coupons and campaigns as the store tells them, held against the orders they are of. */
final class Loyalty {

    private final Map<String, Long> points = new HashMap<>();
    private final Map<String, String> usedFor = new HashMap<>();
    private final Map<String, Integer> quantity = new HashMap<>();
    private final Map<String, Integer> issued = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    void write(MembershipEvent event) {
        switch (event) {
            case PointsEarned it -> points.merge(it.orderId(), it.points(), Long::sum);
            case PointsTakenBack it -> points.merge(it.orderId(), -it.points(), Long::sum);
            case CouponTaken it -> taken.merge(it.campaignId(), 1, Integer::sum);
            case CouponUsed it -> usedFor.put(it.couponId(), it.orderId());
            case CouponReturned it -> usedFor.remove(it.couponId());
            case MemberRegistered _, LevelChanged _, MemberErased _ -> {}
        }
    }

    void write(CampaignEvent event) {
        switch (event) {
            case CampaignOpened it -> quantity.put(it.campaignId(), it.quantity());
            case CouponIssued it -> issued.merge(it.campaignId(), 1, Integer::sum);
            case CampaignClosed _ -> {}
        }
    }

    /** Every order is worth its points and uses its coupon, and no campaign gave too many. */
    List<Difference> faults(Map<String, OrderSheet> orders) {
        var faults = new ArrayList<Difference>();
        var due = new HashMap<String, String>();
        orders.forEach((id, order) -> {
            long given = points.getOrDefault(id, 0L);
            if (given != order.points()) {
                faults.add(
                        fault("order", id, given + " points where " + order.points() + " are due"));
            }
            if (order.coupon() != null) {
                due.put(order.coupon(), id);
            }
        });
        if (!due.equals(usedFor)) {
            faults.addAll(misused(due));
        }
        issued.forEach((id, number) -> {
            if (number > quantity.getOrDefault(id, 0) || !number.equals(taken.get(id))) {
                faults.add(fault("campaign", id, "gave %d coupons".formatted(number)));
            }
        });
        return faults;
    }

    private List<Difference> misused(Map<String, String> due) {
        var coupons = new TreeSet<>(due.keySet());
        coupons.addAll(usedFor.keySet());
        return coupons.stream()
                .filter(coupon -> !Objects.equals(due.get(coupon), usedFor.get(coupon)))
                .map(coupon ->
                        fault(
                                "coupon",
                                coupon,
                                "used for %s, and should be for %s"
                                        .formatted(usedFor.get(coupon), due.get(coupon))))
                .toList();
    }

    private static Difference fault(String kind, String id, String what) {
        return new Difference(kind + " " + id, what);
    }
}
