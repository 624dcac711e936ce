package dev.qingdan.events;

import java.time.Instant;
import java.util.List;

/** One example of every event, with values that show each field. */
final class Samples {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final String SHOP = "0195500a-7000-7000-8000-000000000001";
    private static final String MEMBER = "0195500a-7000-7000-8000-000000000002";
    private static final String ORDER = "0195500a-7000-7000-8000-000000000003";
    private static final String PAYMENT = "0195500a-7000-7000-8000-000000000004";
    private static final String REFUND = "0195500a-7000-7000-8000-000000000005";
    private static final String CAMPAIGN = "0195500a-7000-7000-8000-000000000006";
    private static final String COUPON = "0195500a-7000-7000-8000-000000000007";

    static final List<DomainEvent> ALL =
            List.of(
                    new ShopEvent.ShopOpened(SHOP, "轻单茶铺"),
                    new ProductEvent.ProductAdded(
                            "oolong-50g", SHOP, "冻顶乌龙 50g", "乌龙茶", 6800, "/images/oolong.jpg"),
                    new ProductEvent.ProductDescribed("oolong-50g", "冻顶乌龙", "乌龙茶", null),
                    new ProductEvent.PriceChanged("oolong-50g", 6800, 7200),
                    new ProductEvent.ProductListed("oolong-50g"),
                    new ProductEvent.ProductDelisted("oolong-50g"),
                    new CampaignEvent.CampaignOpened(
                            CAMPAIGN,
                            SHOP,
                            "春茶节",
                            6000,
                            1000L,
                            null,
                            100_000,
                            NOON.minusSeconds(3600),
                            NOON.plusSeconds(604_800)),
                    new CampaignEvent.CouponIssued(CAMPAIGN, COUPON),
                    new CampaignEvent.CampaignClosed(CAMPAIGN, NOON.plusSeconds(86_400)),
                    new StockEvent.StockReceived("oolong-50g", 40, "PO-2026-031"),
                    new StockEvent.StockReserved("oolong-50g", ORDER, 2),
                    new StockEvent.ReservationReleased("oolong-50g", ORDER, 2),
                    new StockEvent.StockIssued("oolong-50g", ORDER, 2),
                    new StockEvent.StockCorrected(
                            "oolong-50g", 37, -1, StockEvent.CorrectionReason.DAMAGE),
                    new OrderEvent.OrderPlaced(
                            ORDER,
                            MEMBER,
                            SHOP,
                            "0301-0042",
                            List.of(
                                    OrderLine.of("oolong-50g", "冻顶乌龙 50g", 6800, 2),
                                    OrderLine.of("cup-white", "白瓷杯", 2500, 1)),
                            16100,
                            0,
                            16100,
                            null,
                            NOON,
                            NOON.plusSeconds(900)),
                    new OrderEvent.OrderPaid(ORDER, PAYMENT, 16100, NOON.plusSeconds(60)),
                    new OrderEvent.LatePaymentReceived(
                            ORDER, PAYMENT, 16100, NOON.plusSeconds(901)),
                    new OrderEvent.OrderCancelled(
                            ORDER, OrderEvent.CancelledBy.MEMBER, NOON.plusSeconds(90)),
                    new OrderEvent.OrderExpired(ORDER, NOON.plusSeconds(900)),
                    new OrderEvent.OrderAccepted(ORDER, NOON.plusSeconds(120)),
                    new OrderEvent.OrderMadeReady(ORDER, "427", NOON.plusSeconds(300)),
                    new OrderEvent.OrderHandedOver(ORDER, NOON.plusSeconds(600)),
                    new OrderEvent.RefundAsked(
                            ORDER,
                            REFUND,
                            2500,
                            List.of(new RefundLine("cup-white", 1)),
                            NOON.plusSeconds(3600)),
                    new OrderEvent.RefundRejected(ORDER, REFUND, NOON.plusSeconds(7200)),
                    new OrderEvent.RefundRequested(
                            ORDER,
                            REFUND,
                            PAYMENT,
                            16100,
                            OrderEvent.RefundCause.CANCELLATION,
                            NOON.plusSeconds(90)),
                    new OrderEvent.RefundCompleted(ORDER, REFUND, 16100, NOON.plusSeconds(95)),
                    new OrderEvent.RefundGivenUp(
                            ORDER, REFUND, RefundFailure.of("ABNORMAL"), NOON.plusSeconds(95)),
                    new SupersededEvent.RefundFailed(
                            ORDER, REFUND, "ABNORMAL", NOON.plusSeconds(95)),
                    new PaymentEvent.PaymentRequested(
                            PAYMENT, ORDER, PAYMENT.replace("-", ""), 16100, NOON.plusSeconds(900)),
                    new PaymentEvent.PaymentSucceeded(
                            PAYMENT, ORDER, "4200002026030112345678", 16100, NOON.plusSeconds(60)),
                    new PaymentEvent.PaymentClosed(PAYMENT, ORDER, NOON.plusSeconds(900)),
                    new PaymentEvent.PaymentRefundRequested(
                            PAYMENT, ORDER, REFUND, REFUND.replace("-", ""), 16100),
                    new PaymentEvent.PaymentRefunded(
                            PAYMENT, ORDER, REFUND, 16100, NOON.plusSeconds(95)),
                    new PaymentEvent.PaymentRefundFailed(
                            PAYMENT, ORDER, REFUND, "ABNORMAL", NOON.plusSeconds(95)),
                    new MemberEvent.MemberRegistered(MEMBER),
                    new MemberEvent.PointsEarned(MEMBER, ORDER, 161, NOON.plusSeconds(600)),
                    new MemberEvent.PointsTakenBack(
                            MEMBER, ORDER, REFUND, 25, NOON.plusSeconds(7205)),
                    new MemberEvent.LevelChanged(
                            MEMBER, MemberEvent.MemberLevel.SILVER, NOON.plusSeconds(600)),
                    new MemberEvent.MemberErased(MEMBER, NOON.plusSeconds(90_000)),
                    new CouponEvent.CouponTaken(
                            COUPON,
                            CAMPAIGN,
                            MEMBER,
                            SHOP,
                            "春茶节",
                            0,
                            null,
                            10,
                            NOON.plusSeconds(604_800),
                            NOON.minusSeconds(60)),
                    new CouponEvent.CouponUsed(COUPON, CAMPAIGN, MEMBER, ORDER, 1610, NOON),
                    new CouponEvent.CouponReturned(
                            COUPON, CAMPAIGN, MEMBER, ORDER, NOON.plusSeconds(900)));

    private Samples() {}
}
