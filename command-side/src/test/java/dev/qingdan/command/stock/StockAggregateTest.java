package dev.qingdan.command.stock;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.stock.StockCommand.CorrectStock;
import dev.qingdan.command.stock.StockCommand.ReceiveStock;
import dev.qingdan.events.StockEvent.CorrectionReason;
import dev.qingdan.events.StockEvent.StockCorrected;
import dev.qingdan.events.StockEvent.StockReceived;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class StockAggregateTest {

    private final AggregateTestFixture<StockAggregate> fixture =
            new AggregateTestFixture<>(StockAggregate.class);

    @Test
    void the_first_receipt_makes_the_stock() {
        fixture.givenNoPriorActivity()
                .when(new ReceiveStock("tea", 10, "delivery-1"))
                .expectEvents(new StockReceived("tea", 10, "delivery-1"))
                .expectResultMessagePayload(new Stock(10, 0));
    }

    @Test
    void a_count_changes_the_stock() {
        fixture.given(new StockReceived("tea", 10, "delivery-1"))
                .when(new CorrectStock("tea", 8, CorrectionReason.DAMAGE))
                .expectEvents(new StockCorrected("tea", 8, -2, CorrectionReason.DAMAGE))
                .expectResultMessagePayload(new Stock(8, 0));
    }

    @Test
    void a_refusal_leaves_no_event() {
        fixture.given(new StockReceived("tea", 10, "delivery-1"))
                .when(new ReceiveStock("tea", Stock.SHELF, "delivery-2"))
                .expectNoEvents()
                .expectException(CommandRefused.class);
    }
}
