package dev.qingdan.command.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.CommandSideTest;
import dev.qingdan.command.DemoShop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused is in BadInputTest. */
class DeliveryNumberTest extends CommandSideTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "SH-2026/0312.7_b", "20260312001", "138123456789", "D13812345678"})
    void a_number_on_a_delivery_note_is_taken(String reference) {
        var receipts = "/api/v1/staff/stock/" + DemoShop.open(manager()).product(100) + "/receipts";
        var body = "{\"quantity\":1,\"reference\":\"%s\"}".formatted(reference);

        assertThat(manager().post(receipts, body).status()).isEqualTo(201);
    }
}
