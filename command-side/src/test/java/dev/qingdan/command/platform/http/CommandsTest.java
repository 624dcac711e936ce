package dev.qingdan.command.platform.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.Api;
import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.CommandSideTest;
import dev.qingdan.command.DemoShop;
import dev.qingdan.command.InParallel;
import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.UnitsOfWork;
import dev.qingdan.command.platform.store.EventLog;
import dev.qingdan.command.stock.StockLedger;
import dev.qingdan.events.ConsistencyToken;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest extends CommandSideTest {

    private static final String SHOP = "{\"name\":\"Tea by the lake\"}";

    @Autowired private Commands commands;
    @Autowired private UnitsOfWork units;
    @Autowired private IdempotencyRecords records;
    @Autowired private EventLog log;
    @Autowired private StockLedger ledger;

    @Test
    void the_same_request_again_is_given_the_first_answer_byte_for_byte() {
        var api = withNewKey();
        var first = api.post("/api/v1/staff/shops", SHOP);
        var again = api.post("/api/v1/staff/shops", SHOP);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Consistency-Token")).isEqualTo(first.header("Consistency-Token"));
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    }

    @Test
    void a_refusal_is_an_answer_too() {
        var api = withNewKey();
        var sku = "late-" + UUID.randomUUID();
        var receipts = "/api/v1/staff/stock/" + sku + "/receipts";
        var receipt = "{\"quantity\":1,\"reference\":\"D-1\"}";
        var first = api.post(receipts, receipt);

        DemoShop.open(manager()).offer(sku, 6800, true);

        assertThat(first.status()).isEqualTo(404);
        assertThat(api.post(receipts, receipt).body()).isEqualTo(first.body());
        assertThat(manager().post(receipts, receipt).status()).isEqualTo(201);
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        var api = withNewKey();
        api.post("/api/v1/staff/shops", SHOP);

        var other = api.post("/api/v1/staff/shops", "{\"name\":\"Another\"}");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency.key-reused");
    }

    @Test
    void twenty_at_once_do_it_once() {
        var sku = DemoShop.open(manager()).product(6800);
        var receipts = "/api/v1/staff/stock/" + sku + "/receipts";
        var api = withNewKey();

        var replies =
                InParallel.call(
                        20, _ -> api.post(receipts, "{\"quantity\":7,\"reference\":\"once-1\"}"));

        assertThat(replies).extracting(Reply::status).contains(201).isSubsetOf(201, 409);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 409)
                .extracting(Reply::code)
                .containsOnly("idempotency.in-progress");
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 201)
                .extracting(Reply::body)
                .containsOnly("{\"sku\":\"%s\",\"onHand\":7,\"available\":7}".formatted(sku));
    }

    @Test
    void a_second_request_is_told_that_the_first_still_runs() {
        var request = request("member:" + UUID.randomUUID(), "key");
        var running = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);

        var answers =
                InParallel.call(
                        2,
                        i -> {
                            if (i == 0) {
                                return commands.answer(
                                        request,
                                        () -> {
                                            running.countDown();
                                            await(mayEnd);
                                            return Answer.ok(Map.of());
                                        });
                            }
                            await(running);
                            var second = commands.answer(request, () -> Answer.ok(Map.of()));
                            mayEnd.countDown();
                            return second;
                        });

        assertThat(answers)
                .extracting(answer -> answer.getStatusCode().value())
                .containsExactly(200, 409);
    }

    @Test
    void another_instance_knows_the_answer() {
        var elsewhere =
                new Commands(units, new Idempotency(records), new Answers(JsonMapper.shared()));
        var request = request("member:" + UUID.randomUUID(), "key");
        var first =
                commands.answer(request, () -> Answer.created("/api/v1/orders/1", Map.of("n", 1)));

        var again = elsewhere.answer(request, () -> Answer.ok(Map.of("n", 2)));

        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(again.getHeaders()).isEqualTo(first.getHeaders());
        assertThat(again.getHeaders().getLocation()).hasPath("/api/v1/orders/1");
    }

    @Test
    void of_two_that_went_through_their_steps_side_by_side_the_first_to_end_answers_both() {
        var request = request("member:" + UUID.randomUUID(), "key");
        var inner = new ResponseEntity<?>[1];

        var outer =
                commands.answerInSteps(
                        request,
                        _ -> {
                            inner[0] =
                                    commands.answerInSteps(
                                            request, _ -> Answer.ok(Map.of("by", "inner")));
                            return Answer.ok(Map.of("by", "outer"));
                        });

        assertThat(text(outer)).isEqualTo("{\"by\":\"inner\"}");
        assertThat(inner[0].getBody()).isEqualTo(outer.getBody());
    }

    @Test
    void what_failed_without_an_answer_may_be_tried_again() {
        var request = request("member:" + UUID.randomUUID(), "key");
        var unreachable = new Refusals.Unreachable();
        var first =
                commands.answer(
                        request,
                        () -> {
                            throw new CommandRefused(unreachable);
                        });

        var again = commands.answer(request, () -> Answer.ok(Map.of()));

        assertThat(first.getStatusCode().value()).isEqualTo(503);
        assertThat(first.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        assertThat(again.getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void a_refusal_that_was_kept_meanwhile_stands_and_nothing_is_done() {
        var request = request("member:" + UUID.randomUUID(), "key");
        var sku = DemoShop.open(manager()).product(6800, 10);
        var refusal = new RecordedAnswer(409, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
        long head = log.head();

        var answer =
                commands.answer(
                        request,
                        () -> {
                            ledger.reserve("order-1", Map.of(sku, 1));
                            InParallel.call(1, _ -> keep(request, refusal));
                            return Answer.ok(Map.of());
                        });

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void the_new_token_covers_what_was_written_before() {
        var shop = manager().post("/api/v1/staff/shops", SHOP);
        var seen = ConsistencyToken.parse("v1.o2-zzzz");

        var reply =
                manager()
                        .with("Consistency-Token", seen.toString())
                        .post("/api/v1/staff/shops", SHOP);

        var token = ConsistencyToken.parse(reply.header("Consistency-Token").orElseThrow());
        assertThat(token.positions()).containsAllEntriesOf(seen.positions()).hasSize(2);
        assertThat(shop.header("Consistency-Token")).isPresent();
    }

    private boolean keep(CommandRequest request, RecordedAnswer answer) {
        return records.record(
                request.actor(),
                requireNonNull(request.idempotencyKey()),
                request.fingerprint(),
                answer);
    }

    private Api withNewKey() {
        return manager().withKey(UUID.randomUUID().toString());
    }

    private static CommandRequest request(String actor, String key) {
        return new CommandRequest(
                new Origin(actor, "correlation", "cause", null),
                key,
                Fingerprint.of("POST", "/", new byte[0]),
                ConsistencyToken.NOTHING);
    }

    private static String text(ResponseEntity<byte[]> answer) {
        return new String(requireNonNull(answer.getBody()), StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
