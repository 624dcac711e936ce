package dev.qingdan.command.order;

import dev.qingdan.command.campaign.Coupons;
import dev.qingdan.command.catalogue.Catalogue;
import dev.qingdan.command.catalogue.Product;
import dev.qingdan.command.order.OrderCommand.PlaceOrder;
import dev.qingdan.command.order.OrderRefusal.UnknownSku;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Ids;
import dev.qingdan.command.platform.http.RequestRefusal;
import dev.qingdan.command.stock.StockLedger;
import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.events.OrderLine;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Places an order, uses its coupon and reserves its stock, all of it or nothing. */
@Component
class OrderPlacing {

    private final Catalogue catalogue;
    private final Orders orders;
    private final Coupons coupons;
    private final StockLedger stock;
    private final OrderNumbers numbers;
    private final OrderTexts texts;
    private final Ids ids;
    private final Clock clock;
    private final Duration paymentWindow;

    OrderPlacing(
            Catalogue catalogue,
            Orders orders,
            Coupons coupons,
            StockLedger stock,
            OrderNumbers numbers,
            OrderTexts texts,
            Ids ids,
            Clock clock,
            @Value("${qingdan.payment-window:PT15M}") Duration paymentWindow) {
        this.catalogue = catalogue;
        this.orders = orders;
        this.coupons = coupons;
        this.stock = stock;
        this.numbers = numbers;
        this.texts = texts;
        this.ids = ids;
        this.clock = clock;
        this.paymentWindow = paymentWindow;
    }

    OrderPlaced place(OrderForm form, String memberId) {
        var pieces = form.pieces();
        var lines = priced(form.shopId(), pieces);
        var orderId = ids.generateIdentifier();
        long discount = discount(form, memberId, orderId, lines);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var placed =
                orders.begin(
                        new PlaceOrder(
                                orderId,
                                memberId,
                                form.shopId(),
                                numbers.take(form.shopId(), now),
                                lines,
                                discount,
                                form.couponId(),
                                now,
                                now.plus(paymentWindow)));
        stock.reserve(orderId, pieces);
        texts.keepNote(orderId, memberId, form.note());
        return placed;
    }

    private long discount(OrderForm form, String memberId, String orderId, List<OrderLine> lines) {
        if (form.couponId() == null) {
            return 0;
        }
        long total = lines.stream().mapToLong(OrderLine::amount).sum();
        return coupons.use(form.couponId(), memberId, form.shopId(), orderId, total);
    }

    /** Prices are those of this moment; of another shop or not listed is as good as unknown. */
    private List<OrderLine> priced(String shopId, Map<String, Integer> pieces) {
        var products = catalogue.products(pieces.keySet());
        var lines = new ArrayList<OrderLine>(pieces.size());
        for (var piece : pieces.entrySet()) {
            lines.add(priced(shopId, products.get(piece.getKey()), piece));
        }
        return lines;
    }

    private static OrderLine priced(
            String shopId, @Nullable Product product, Map.Entry<String, Integer> piece) {
        if (product == null || !product.listed() || !product.shopId().equals(shopId)) {
            throw new CommandRefused(new UnknownSku(piece.getKey()));
        }
        if (piece.getValue() > OrderForm.MOST_PIECES) {
            throw new CommandRefused(
                    new RequestRefusal.Invalid(
                            "lines", "at most " + OrderForm.MOST_PIECES + " of one sku"));
        }
        return OrderLine.of(piece.getKey(), product.name(), product.price(), piece.getValue());
    }
}
