package dev.qingdan.command.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.CommandSideTest;
import dev.qingdan.command.DemoShop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InspectTest extends CommandSideTest {

    private String sku = "";

    @BeforeEach
    void aProductWithAHistory() {
        sku = DemoShop.open(manager()).product(6800, 10);
        manager().post(stock("receipts"), "{\"quantity\":5,\"reference\":\"D-1\"}");
        manager().post(stock("corrections"), "{\"counted\":12,\"reason\":\"DAMAGE\"}");
    }

    @Test
    void the_events_of_an_aggregate_are_listed_latest_first() {
        var events = items("/ops/events?aggregate=stock/" + sku);

        assertThat(events)
                .extracting(event -> event.path("type").asString())
                .containsExactly(
                        "shop.stock.StockCorrected",
                        "shop.stock.StockReceived",
                        "shop.stock.StockReceived");
        assertThat(events.getFirst().at("/payload/reason").asString()).isEqualTo("DAMAGE");
        assertThat(events.getFirst().path("sequence").asLong()).isEqualTo(2);
        assertThat(items("/ops/events?type=shop.stock.StockCorrected&aggregate=" + sku)).hasSize(1);
    }

    @Test
    void one_event_is_shown_with_where_it_came_from_and_what_came_with_it() {
        var event = items("/ops/events?aggregate=stock/" + sku).getFirst();

        var shown = get("/ops/events/" + event.path("eventId").asString());
        assertThat(shown).isEqualTo(event);
        assertThat(shown.path("actor").asString()).isEqualTo("staff:lin");
        var correlated = items("/ops/events?correlation=" + shown.path("correlationId").asString());
        assertThat(correlated).contains(event);
    }

    @Test
    void pages_follow_each_other_without_a_gap_and_end() {
        var walked = new ArrayList<String>();
        var address = "/ops/events?aggregate=stock/" + sku + "&limit=1";
        for (var page = get(address); ; page = get(address + "&cursor=" + next(page))) {
            page.path("items").forEach(it -> walked.add(it.path("eventId").asString()));
            if (next(page).isEmpty()) {
                break;
            }
        }

        assertThat(walked)
                .containsExactlyElementsOf(
                        items("/ops/events?aggregate=stock/" + sku).stream()
                                .map(it -> it.path("eventId").asString())
                                .toList());
    }

    @Test
    void a_stretch_of_time_is_cut_at_its_moments() {
        var events = items("/ops/events?aggregate=stock/" + sku);
        var first = Instant.parse(events.getLast().path("time").asString());
        var last = Instant.parse(events.getFirst().path("time").asString());

        var between = "&from=" + first.plusNanos(1000) + "&to=" + last;
        assertThat(items("/ops/events?aggregate=stock/" + sku + between)).hasSize(1);
        assertThat(items("/ops/events?from=" + last.plusSeconds(3600))).isEmpty();
    }

    @Test
    void an_aggregate_is_shown_as_it_was_after_any_of_its_events() {
        var now = get("/ops/aggregates/stock/" + sku);
        assertThat(now.path("version").asLong()).isEqualTo(2);
        assertThat(now.at("/state/stock/onHand").asInt()).isEqualTo(12);
        assertThat(now.path("events")).hasSize(3);

        var before = get("/ops/aggregates/stock/" + sku + "?version=1");
        assertThat(before.at("/state/stock/onHand").asInt()).isEqualTo(15);
        assertThat(before.path("events")).hasSize(2);
    }

    @Test
    void the_catalogue_counts_each_type_of_event() {
        var before = count("shop.stock.StockReceived");
        manager().post(stock("receipts"), "{\"quantity\":5,\"reference\":\"D-1\"}");

        assertThat(count("shop.stock.StockReceived")).isEqualTo(before + 1);
        var failed = entry("shop.order.RefundFailed");
        assertThat(failed.path("supersededBy").asString()).isEqualTo("shop.order.RefundGivenUp");
        assertThat(failed.at("/schema/deprecated").asBoolean()).isTrue();
    }

    @Test
    void what_is_not_there_or_makes_no_sense_is_said() {
        var viewer = staff("VIEWER");
        assertThat(viewer.get("/ops/events/" + UUID.randomUUID()).code())
                .isEqualTo("event.not-found");
        assertThat(viewer.get("/ops/aggregates/tea/1").code()).isEqualTo("aggregate.not-found");
        assertThat(viewer.get("/ops/aggregates/stock/none").status()).isEqualTo(404);
        assertThat(viewer.get("/ops/events?from=yesterday").status()).isEqualTo(400);
        assertThat(viewer.get("/ops/events?limit=1000").code()).isEqualTo("request.invalid");
        assertThat(anybody().get("/ops/events").status()).isEqualTo(401);
    }

    private long count(String type) {
        return entry(type).path("count").asLong();
    }

    private JsonNode entry(String type) {
        return items("/ops/event-types").stream()
                .filter(it -> it.path("type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private String stock(String what) {
        return "/api/v1/staff/stock/" + sku + "/" + what;
    }

    private static String next(JsonNode page) {
        return page.path("next").asString("");
    }

    private List<JsonNode> items(String address) {
        return get(address).path("items").valueStream().toList();
    }

    private JsonNode get(String address) {
        return staff("VIEWER").get(address).json();
    }
}
