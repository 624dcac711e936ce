package dev.qingdan.command.stock;

import static dev.qingdan.command.platform.Decision.accept;
import static dev.qingdan.command.platform.Decision.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.platform.Decision;
import dev.qingdan.command.stock.StockCommand.CorrectStock;
import dev.qingdan.command.stock.StockCommand.IssueStock;
import dev.qingdan.command.stock.StockCommand.ReceiveStock;
import dev.qingdan.command.stock.StockCommand.ReleaseReservation;
import dev.qingdan.command.stock.StockCommand.ReserveStock;
import dev.qingdan.command.stock.StockRefusal.NotReserved;
import dev.qingdan.command.stock.StockRefusal.OutOfStock;
import dev.qingdan.command.stock.StockRefusal.ShelfFull;
import dev.qingdan.events.StockEvent;
import dev.qingdan.events.StockEvent.CorrectionReason;
import dev.qingdan.events.StockEvent.ReservationReleased;
import dev.qingdan.events.StockEvent.StockCorrected;
import dev.qingdan.events.StockEvent.StockIssued;
import dev.qingdan.events.StockEvent.StockReceived;
import dev.qingdan.events.StockEvent.StockReserved;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StockTest {

    private static final StockEvent TEN_RECEIVED = new StockReceived("tea", 10, "delivery-1");
    private static final StockEvent FOUR_RESERVED = new StockReserved("tea", "order-1", 4);

    @Test
    void receives_what_comes_in() {
        var decision = given().decide(new ReceiveStock("tea", 10, "delivery-1"));
        assertThat(decision).isEqualTo(accept(TEN_RECEIVED));
    }

    @Test
    void refuses_more_than_any_shelf_holds() {
        var decision =
                given(TEN_RECEIVED).decide(new ReceiveStock("tea", Stock.SHELF, "delivery-2"));
        assertThat(decision).isEqualTo(refuse(new ShelfFull("tea", Stock.SHELF)));
    }

    @Test
    void reserves_the_last_pieces() {
        var decision =
                given(TEN_RECEIVED, FOUR_RESERVED).decide(new ReserveStock("tea", "order-2", 6));
        assertThat(decision).isEqualTo(accept(new StockReserved("tea", "order-2", 6)));
    }

    @Test
    void refuses_when_more_is_asked_than_available() {
        var decision =
                given(TEN_RECEIVED, FOUR_RESERVED).decide(new ReserveStock("tea", "order-2", 7));
        assertThat(decision).isEqualTo(refuse(new OutOfStock("tea", 7, 6)));
    }

    @Test
    void what_is_released_can_be_reserved_again() {
        var released = new ReservationReleased("tea", "order-1", 4);
        var decision =
                given(TEN_RECEIVED, FOUR_RESERVED, released)
                        .decide(new ReserveStock("tea", "order-2", 10));
        assertThat(decision).isEqualTo(accept(new StockReserved("tea", "order-2", 10)));
    }

    @Test
    void what_is_issued_is_gone() {
        var issued = new StockIssued("tea", "order-1", 4);
        assertThat(given(TEN_RECEIVED, FOUR_RESERVED, issued)).isEqualTo(new Stock(6, 0));
    }

    @Test
    void releases_an_orders_pieces() {
        var decision =
                given(TEN_RECEIVED, FOUR_RESERVED)
                        .decide(new ReleaseReservation("tea", "order-1", 4));
        assertThat(decision).isEqualTo(accept(new ReservationReleased("tea", "order-1", 4)));
    }

    @Test
    void issues_an_orders_pieces() {
        var decision =
                given(TEN_RECEIVED, FOUR_RESERVED).decide(new IssueStock("tea", "order-1", 4));
        assertThat(decision).isEqualTo(accept(new StockIssued("tea", "order-1", 4)));
    }

    @Test
    void neither_releases_nor_issues_what_was_not_reserved() {
        var stock = given(TEN_RECEIVED, FOUR_RESERVED);
        Decision<StockEvent> no = refuse(new NotReserved("tea", 5, 4));

        assertThat(stock.decide(new ReleaseReservation("tea", "order-1", 5))).isEqualTo(no);
        assertThat(stock.decide(new IssueStock("tea", "order-1", 5))).isEqualTo(no);
    }

    @Test
    void a_count_is_the_truth_even_below_what_is_promised() {
        var stock = given(TEN_RECEIVED, FOUR_RESERVED);
        var counted = new StockCorrected("tea", 3, -7, CorrectionReason.LOSS);

        assertThat(stock.decide(new CorrectStock("tea", 3, CorrectionReason.LOSS)))
                .isEqualTo(accept(counted));
        assertThat(stock.evolve(counted).decide(new ReserveStock("tea", "order-2", 1)))
                .isEqualTo(refuse(new OutOfStock("tea", 1, 0)));
        assertThat(stock.evolve(counted).decide(new IssueStock("tea", "order-1", 4)))
                .isEqualTo(refuse(new OutOfStock("tea", 4, 3)));
    }

    @Test
    void a_count_that_finds_what_the_books_say_changes_nothing() {
        var decision =
                given(TEN_RECEIVED).decide(new CorrectStock("tea", 10, CorrectionReason.COUNT));
        assertThat(decision).isEqualTo(accept());
    }

    private static Stock given(StockEvent... events) {
        return Arrays.stream(events).reduce(Stock.NONE, Stock::evolve, (_, later) -> later);
    }
}
