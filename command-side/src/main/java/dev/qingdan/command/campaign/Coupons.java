package dev.qingdan.command.campaign;

import dev.qingdan.command.campaign.CouponCommand.ReturnCoupon;
import dev.qingdan.command.campaign.CouponCommand.UseCoupon;
import dev.qingdan.command.campaign.CouponRefusal.UnknownCoupon;
import dev.qingdan.command.platform.CommandRefused;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.stereotype.Component;

/**
 * Changes a coupon inside of the unit of work that decides the order it is used for: either both
 * happen or neither. An order is locked before its coupon, and the coupon before any stock.
 */
@Component
public class Coupons {

    private final CommandGateway gateway;
    private final Clock clock;

    Coupons(CommandGateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /** What an order that comes to {@code total} fen pays less; refuses with a reason. */
    public long use(String couponId, String memberId, String shopId, String orderId, long total) {
        var use = new UseCoupon(couponId, memberId, shopId, orderId, total, clock.instant());
        try {
            return gateway.<Long>sendAndWait(use);
        } catch (AggregateNotFoundException _) {
            throw new CommandRefused(new UnknownCoupon());
        }
    }

    /** The order ended without goods. */
    public void giveBack(String couponId, String orderId) {
        gateway.sendAndWait(new ReturnCoupon(couponId, orderId, clock.instant()));
    }
}
