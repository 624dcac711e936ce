package dev.qingdan.query.product;

import static dev.qingdan.query.testing.Folds.folded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qingdan.events.DomainEvent;
import dev.qingdan.events.ProductEvent;
import dev.qingdan.events.ProductEvent.PriceChanged;
import dev.qingdan.events.ProductEvent.ProductAdded;
import dev.qingdan.events.ProductEvent.ProductDelisted;
import dev.qingdan.events.ProductEvent.ProductDescribed;
import dev.qingdan.events.ProductEvent.ProductListed;
import dev.qingdan.events.StockEvent;
import dev.qingdan.events.StockEvent.CorrectionReason;
import dev.qingdan.events.StockEvent.ReservationReleased;
import dev.qingdan.events.StockEvent.StockCorrected;
import dev.qingdan.events.StockEvent.StockIssued;
import dev.qingdan.events.StockEvent.StockReceived;
import dev.qingdan.events.StockEvent.StockReserved;
import dev.qingdan.query.platform.projection.RowTable;
import org.junit.jupiter.api.Test;

class ProductViewProjectionTest {

    private static final DomainEvent ADDED =
            new ProductAdded("tea", "shop-1", "冻顶乌龙", "乌龙茶", 6_800, null);
    private static final DomainEvent LISTED = new ProductListed("tea");
    private static final DomainEvent RECEIVED = new StockReceived("tea", 10, "PO-1");
    private static final DomainEvent RESERVED = new StockReserved("tea", "o", 3);

    private static Product product(DomainEvent... events) {
        return folded(
                new RowTable<>("product", ProductEvent.class, Product.class, Product::evolve),
                events);
    }

    private static StockLevel stock(DomainEvent... events) {
        return folded(
                new RowTable<>("stock", StockEvent.class, StockLevel.class, StockLevel::evolve),
                events);
    }

    @Test
    void a_new_product_is_not_listed_yet() {
        assertThat(product(ADDED))
                .isEqualTo(new Product("tea", "shop-1", "冻顶乌龙", "乌龙茶", 6_800, false, null, 0));
    }

    @Test
    void a_product_is_listed_and_delisted() {
        assertThat(product(ADDED, LISTED).listed()).isTrue();
        assertThat(product(ADDED, LISTED, new ProductDelisted("tea")).listed()).isFalse();
    }

    @Test
    void a_description_changes_everything_but_the_offer() {
        var described = new ProductDescribed("tea", "Oolong", "tea", "/oolong.jpg");

        assertThat(product(ADDED, LISTED, described))
                .isEqualTo(
                        new Product(
                                "tea", "shop-1", "Oolong", "tea", 6_800, true, "/oolong.jpg", 2));
    }

    @Test
    void a_new_price_changes_nothing_else() {
        assertThat(product(ADDED, LISTED, new PriceChanged("tea", 6_800, 7_200)))
                .isEqualTo(new Product("tea", "shop-1", "冻顶乌龙", "乌龙茶", 7_200, true, null, 2));
    }

    @Test
    void an_event_of_a_product_that_was_never_added_is_refused() {
        assertThatThrownBy(() -> product(LISTED)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void goods_that_come_in_lie_on_the_shelf() {
        assertThat(stock(RECEIVED)).isEqualTo(new StockLevel("tea", 10, 0, 0));
    }

    @Test
    void reserved_goods_stay_on_the_shelf() {
        assertThat(stock(RECEIVED, RESERVED)).isEqualTo(new StockLevel("tea", 10, 3, 1));
    }

    @Test
    void released_goods_are_held_no_more() {
        assertThat(stock(RECEIVED, RESERVED, new ReservationReleased("tea", "o", 3)))
                .isEqualTo(new StockLevel("tea", 10, 0, 2));
    }

    @Test
    void issued_goods_leave_the_shelf_and_the_reservation() {
        assertThat(stock(RECEIVED, RESERVED, new StockIssued("tea", "o", 3)))
                .isEqualTo(new StockLevel("tea", 7, 0, 2));
    }

    @Test
    void a_count_corrects_the_shelf() {
        var corrected = new StockCorrected("tea", 9, -1, CorrectionReason.DAMAGE);

        assertThat(stock(RECEIVED, RESERVED, corrected)).isEqualTo(new StockLevel("tea", 9, 3, 2));
    }
}
