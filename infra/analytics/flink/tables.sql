-- Generated from infra/docs/asyncapi.json: run FlinkTablesTest with -Dflink=write after a change.
-- For Flink's SQL client with its Kafka connector. Set the broker in 'properties.bootstrap.servers'.

CREATE TABLE catalogue_events (
  `key` STRING,
  `shopId` STRING,
  `name` STRING,
  `sku` STRING,
  `category` STRING,
  `price` BIGINT,
  `image` STRING,
  `formerPrice` BIGINT,
  `campaignId` STRING,
  `minimumSpend` BIGINT,
  `amountOff` BIGINT,
  `percentOff` BIGINT,
  `quantity` BIGINT,
  `validFrom` STRING,
  `validUntil` STRING,
  `couponId` STRING,
  `closedAt` STRING,
  `headers` MAP<STRING, BYTES> METADATA VIRTUAL,
  `ce_time` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,
  WATERMARK FOR `ce_time` AS `ce_time` - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'shop.catalogue.v1',
  'properties.bootstrap.servers' = '127.0.0.1:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'key',
  'value.format' = 'json',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE VIEW shop_opened AS SELECT `ce_time`, `shopId`, `name`
FROM catalogue_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.catalogue.ShopOpened';

CREATE VIEW product_added AS SELECT `ce_time`, `sku`, `shopId`, `name`, `category`, `price`, `image`
FROM catalogue_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.catalogue.ProductAdded';

CREATE VIEW product_described AS SELECT `ce_time`, `sku`, `name`, `category`, `image`
FROM catalogue_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.catalogue.ProductDescribed';

CREATE VIEW price_changed AS SELECT `ce_time`, `sku`, `formerPrice`, `price`
FROM catalogue_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.catalogue.PriceChanged';

CREATE VIEW product_listed AS SELECT `ce_time`, `sku`
FROM catalogue_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.catalogue.ProductListed';

CREATE VIEW product_delisted AS SELECT `ce_time`, `sku`
FROM catalogue_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.catalogue.ProductDelisted';

CREATE VIEW campaign_opened AS SELECT `ce_time`, `campaignId`, `shopId`, `name`, `minimumSpend`, `amountOff`, `percentOff`, `quantity`, `validFrom`, `validUntil`
FROM catalogue_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.catalogue.CampaignOpened';

CREATE VIEW coupon_issued AS SELECT `ce_time`, `campaignId`, `couponId`
FROM catalogue_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.catalogue.CouponIssued';

CREATE VIEW campaign_closed AS SELECT `ce_time`, `campaignId`, `closedAt`
FROM catalogue_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.catalogue.CampaignClosed';

CREATE TABLE stock_events (
  `key` STRING,
  `sku` STRING,
  `quantity` BIGINT,
  `reference` STRING,
  `orderId` STRING,
  `counted` BIGINT,
  `difference` BIGINT,
  `reason` STRING,
  `headers` MAP<STRING, BYTES> METADATA VIRTUAL,
  `ce_time` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,
  WATERMARK FOR `ce_time` AS `ce_time` - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'shop.stock.v1',
  'properties.bootstrap.servers' = '127.0.0.1:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'key',
  'value.format' = 'json',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE VIEW stock_received AS SELECT `ce_time`, `sku`, `quantity`, `reference`
FROM stock_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.stock.StockReceived';

CREATE VIEW stock_reserved AS SELECT `ce_time`, `sku`, `orderId`, `quantity`
FROM stock_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.stock.StockReserved';

CREATE VIEW reservation_released AS SELECT `ce_time`, `sku`, `orderId`, `quantity`
FROM stock_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.stock.ReservationReleased';

CREATE VIEW stock_issued AS SELECT `ce_time`, `sku`, `orderId`, `quantity`
FROM stock_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.stock.StockIssued';

CREATE VIEW stock_corrected AS SELECT `ce_time`, `sku`, `counted`, `difference`, `reason`
FROM stock_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.stock.StockCorrected';

CREATE TABLE order_events (
  `key` STRING,
  `orderId` STRING,
  `memberId` STRING,
  `shopId` STRING,
  `number` STRING,
  `lines` ARRAY<ROW<`sku` STRING, `quantity` BIGINT>>,
  `total` BIGINT,
  `discount` BIGINT,
  `payable` BIGINT,
  `couponId` STRING,
  `placedAt` STRING,
  `payBefore` STRING,
  `paymentId` STRING,
  `amount` BIGINT,
  `paidAt` STRING,
  `by` STRING,
  `cancelledAt` STRING,
  `expiredAt` STRING,
  `acceptedAt` STRING,
  `pickupCode` STRING,
  `readyAt` STRING,
  `completedAt` STRING,
  `refundId` STRING,
  `askedAt` STRING,
  `rejectedAt` STRING,
  `cause` STRING,
  `requestedAt` STRING,
  `failure` ROW<`stage` STRING, `code` STRING>,
  `failedAt` STRING,
  `reason` STRING,
  `headers` MAP<STRING, BYTES> METADATA VIRTUAL,
  `ce_time` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,
  WATERMARK FOR `ce_time` AS `ce_time` - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'shop.order.v1',
  'properties.bootstrap.servers' = '127.0.0.1:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'key',
  'value.format' = 'json',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE VIEW order_placed AS SELECT `ce_time`, `orderId`, `memberId`, `shopId`, `number`, `lines`, `total`, `discount`, `payable`, `couponId`, `placedAt`, `payBefore`
FROM order_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.order.OrderPlaced';

CREATE VIEW order_paid AS SELECT `ce_time`, `orderId`, `paymentId`, `amount`, `paidAt`
FROM order_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.order.OrderPaid';

CREATE VIEW late_payment_received AS SELECT `ce_time`, `orderId`, `paymentId`, `amount`, `paidAt`
FROM order_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.order.LatePaymentReceived';

CREATE VIEW order_cancelled AS SELECT `ce_time`, `orderId`, `by`, `cancelledAt`
FROM order_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.order.OrderCancelled';

CREATE VIEW order_expired AS SELECT `ce_time`, `orderId`, `expiredAt`
FROM order_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.order.OrderExpired';

CREATE VIEW order_accepted AS SELECT `ce_time`, `orderId`, `acceptedAt`
FROM order_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.order.OrderAccepted';

CREATE VIEW order_made_ready AS SELECT `ce_time`, `orderId`, `pickupCode`, `readyAt`
FROM order_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.order.OrderMadeReady';

CREATE VIEW order_handed_over AS SELECT `ce_time`, `orderId`, `completedAt`
FROM order_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.order.OrderHandedOver';

CREATE VIEW refund_asked AS SELECT `ce_time`, `orderId`, `refundId`, `amount`, `lines`, `askedAt`
FROM order_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.order.RefundAsked';

CREATE VIEW refund_rejected AS SELECT `ce_time`, `orderId`, `refundId`, `rejectedAt`
FROM order_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.order.RefundRejected';

CREATE VIEW refund_requested AS SELECT `ce_time`, `orderId`, `refundId`, `paymentId`, `amount`, `cause`, `requestedAt`
FROM order_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.order.RefundRequested';

CREATE VIEW refund_completed AS SELECT `ce_time`, `orderId`, `refundId`, `amount`, `completedAt`
FROM order_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.order.RefundCompleted';

CREATE VIEW refund_given_up AS SELECT `ce_time`, `orderId`, `refundId`, `failure`, `failedAt`
FROM order_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.order.RefundGivenUp';

CREATE VIEW refund_failed AS SELECT `ce_time`, `orderId`, `refundId`, `reason`, `failedAt`
FROM order_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.order.RefundFailed';

CREATE TABLE payment_events (
  `key` STRING,
  `paymentId` STRING,
  `orderId` STRING,
  `outTradeNo` STRING,
  `amount` BIGINT,
  `payBefore` STRING,
  `transactionId` STRING,
  `paidAt` STRING,
  `closedAt` STRING,
  `refundId` STRING,
  `outRefundNo` STRING,
  `refundedAt` STRING,
  `reason` STRING,
  `failedAt` STRING,
  `headers` MAP<STRING, BYTES> METADATA VIRTUAL,
  `ce_time` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,
  WATERMARK FOR `ce_time` AS `ce_time` - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'shop.payment.v1',
  'properties.bootstrap.servers' = '127.0.0.1:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'key',
  'value.format' = 'json',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE VIEW payment_requested AS SELECT `ce_time`, `paymentId`, `orderId`, `outTradeNo`, `amount`, `payBefore`
FROM payment_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.payment.PaymentRequested';

CREATE VIEW payment_succeeded AS SELECT `ce_time`, `paymentId`, `orderId`, `transactionId`, `amount`, `paidAt`
FROM payment_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.payment.PaymentSucceeded';

CREATE VIEW payment_closed AS SELECT `ce_time`, `paymentId`, `orderId`, `closedAt`
FROM payment_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.payment.PaymentClosed';

CREATE VIEW payment_refund_requested AS SELECT `ce_time`, `paymentId`, `orderId`, `refundId`, `outRefundNo`, `amount`
FROM payment_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.payment.PaymentRefundRequested';

CREATE VIEW payment_refunded AS SELECT `ce_time`, `paymentId`, `orderId`, `refundId`, `amount`, `refundedAt`
FROM payment_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.payment.PaymentRefunded';

CREATE VIEW payment_refund_failed AS SELECT `ce_time`, `paymentId`, `orderId`, `refundId`, `reason`, `failedAt`
FROM payment_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.payment.PaymentRefundFailed';

CREATE TABLE member_events (
  `key` STRING,
  `memberId` STRING,
  `orderId` STRING,
  `points` BIGINT,
  `earnedAt` STRING,
  `refundId` STRING,
  `takenBackAt` STRING,
  `level` STRING,
  `changedAt` STRING,
  `erasedAt` STRING,
  `couponId` STRING,
  `campaignId` STRING,
  `shopId` STRING,
  `name` STRING,
  `minimumSpend` BIGINT,
  `amountOff` BIGINT,
  `percentOff` BIGINT,
  `validUntil` STRING,
  `takenAt` STRING,
  `discount` BIGINT,
  `usedAt` STRING,
  `returnedAt` STRING,
  `headers` MAP<STRING, BYTES> METADATA VIRTUAL,
  `ce_time` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,
  WATERMARK FOR `ce_time` AS `ce_time` - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'shop.member.v1',
  'properties.bootstrap.servers' = '127.0.0.1:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'key.format' = 'raw',
  'key.fields' = 'key',
  'value.format' = 'json',
  'value.fields-include' = 'EXCEPT_KEY'
);

CREATE VIEW member_registered AS SELECT `ce_time`, `memberId`
FROM member_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.member.MemberRegistered';

CREATE VIEW points_earned AS SELECT `ce_time`, `memberId`, `orderId`, `points`, `earnedAt`
FROM member_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.member.PointsEarned';

CREATE VIEW points_taken_back AS SELECT `ce_time`, `memberId`, `orderId`, `refundId`, `points`, `takenBackAt`
FROM member_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.member.PointsTakenBack';

CREATE VIEW level_changed AS SELECT `ce_time`, `memberId`, `level`, `changedAt`
FROM member_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.member.LevelChanged';

CREATE VIEW member_erased AS SELECT `ce_time`, `memberId`, `erasedAt`
FROM member_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.member.MemberErased';

CREATE VIEW coupon_taken AS SELECT `ce_time`, `couponId`, `campaignId`, `memberId`, `shopId`, `name`, `minimumSpend`, `amountOff`, `percentOff`, `validUntil`, `takenAt`
FROM member_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.member.CouponTaken';

CREATE VIEW coupon_used AS SELECT `ce_time`, `couponId`, `campaignId`, `memberId`, `orderId`, `discount`, `usedAt`
FROM member_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.member.CouponUsed';

CREATE VIEW coupon_returned AS SELECT `ce_time`, `couponId`, `campaignId`, `memberId`, `orderId`, `returnedAt`
FROM member_events WHERE CAST(`headers`['ce_type'] AS STRING) = 'shop.member.CouponReturned';
