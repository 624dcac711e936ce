package dev.qingdan.command.campaign;

import dev.qingdan.command.campaign.CouponCommand.ReturnCoupon;
import dev.qingdan.command.campaign.CouponCommand.TakeCoupon;
import dev.qingdan.command.campaign.CouponCommand.UseCoupon;
import dev.qingdan.command.platform.Shell;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.CouponEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Coupon}. */
@Aggregate(type = "coupon")
public class CouponAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it.
    @AggregateIdentifier
    private @Nullable String stream;

    private Coupon coupon = Coupon.NO_COUPON;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TakeCoupon command) {
        Shell.apply(coupon.decide(command));
    }

    /** Answers with what the order pays less. */
    @CommandHandler
    long handle(UseCoupon command) {
        Shell.apply(coupon.decide(command));
        return coupon.benefit().discountOn(command.total());
    }

    @CommandHandler
    void handle(ReturnCoupon command) {
        Shell.apply(coupon.decide(command));
    }

    @EventSourcingHandler
    void on(CouponEvent event) {
        stream = StreamId.of(event).toString();
        coupon = coupon.evolve(event);
    }
}
