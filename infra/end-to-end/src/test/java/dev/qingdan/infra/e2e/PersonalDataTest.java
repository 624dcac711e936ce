package dev.qingdan.infra.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.traffic.api.Api;
import dev.qingdan.infra.traffic.api.Reply;
import dev.qingdan.infra.traffic.staff.StaffTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Whatever people are called and whatever they type: no topic has it. */
@ExtendWith(OneStackForAll.class)
class PersonalDataTest {

    private static final String OPENID = "o6_bmjrPTlm6_2sgVt7hMZOPfL2M";
    private static final String NOTE = "请打给李雷 13812345678";
    private static final String CANCELLATION = "韩梅梅病了";
    private static final String COMPLAINT = "王芳说茶凉了";
    private static final String REJECTION = "老客户张伟";
    private static final String STAFF = "zhao.min";

    /** What the buyers and the members of the other tests have for names and for reasons. */
    private static final List<String> OTHERS =
            List.of(
                    "o-buyer-",
                    "o-traced",
                    "o-analyst",
                    "Changed my mind",
                    "One was not good",
                    "One was cold",
                    "Too late",
                    "It looked good to us");

    /** The beginning of every signed token. */
    private static final String TOKEN = "eyJ";

    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningStack stack;

    PersonalDataTest(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void neither_names_nor_numbers_nor_what_was_typed_is_in_any_topic()
            throws InterruptedException {
        try (var api = new Api(Duration.ofSeconds(20), Duration.ofSeconds(60));
                var mini = new MiniProgram(stack.addresses(), OPENID, api)) {
            cancelled(mini);
            var complaint = complained(mini, api);

            await().atMost(SOON).until(() -> everything().contains(complaint));
            assertThat(everything()).contains("shop.relay-position.v1");
            assertThat(
                            Stream.concat(
                                    Stream.of(OPENID, NOTE, CANCELLATION, COMPLAINT, REJECTION),
                                    Stream.concat(Stream.of(STAFF, TOKEN), OTHERS.stream())))
                    .noneMatch(everything()::contains);
        }
    }

    private static void cancelled(MiniProgram mini) throws InterruptedException {
        var order = order(mini);
        var reason = Map.of("reason", CANCELLATION);
        accepted(mini.write("/api/v1/orders/" + order + "/cancellation", reason));
    }

    /** The refund that staff would not give: it is in the stream, and what both said is not. */
    private String complained(MiniProgram mini, Api api) throws InterruptedException {
        var order = order(mini);
        mini.pay(mini.prepay(order), "SUCCESS");
        await().atMost(SOON).until(() -> mini.status(order).equals("PAID"));
        staff(api, "orders/" + order + "/acceptance", Map.of());
        var complaint = Map.of("reason", COMPLAINT);
        var refund = accepted(mini.write("/api/v1/orders/" + order + "/refunds", complaint));
        var refundId = refund.text("refundId");
        staff(api, "refunds/" + refundId + "/rejection", Map.of("reason", REJECTION));
        return refundId;
    }

    private static String order(MiniProgram mini) throws InterruptedException {
        JsonNode product = mini.anyProduct();
        var line = Map.of("sku", product.path("sku").asString(), "quantity", 1);
        var shopId = product.path("shopId").asString();
        var order = Map.of("shopId", shopId, "lines", List.of(line), "note", NOTE);
        return accepted(mini.write("/api/v1/orders", order)).text("orderId");
    }

    private void staff(Api api, String path, Map<String, ?> body) throws InterruptedException {
        var token = new StaffTokens(stack.staffKey()).token(STAFF, "MANAGER");
        var headers = Map.of("Authorization", "Bearer " + token);
        accepted(api.post(stack.addresses().command() + "/api/v1/staff/" + path, headers, body));
    }

    private static Reply accepted(Reply reply) {
        assertThat(reply.isSuccess()).as(reply.text()).isTrue();
        return reply;
    }

    /** All topics, keys, headers and values, in one text. */
    private String everything() {
        return Kcat.readAll(stack.kafka(), Kcat.topics(stack.kafka()), Kcat.Message::toString)
                .toString();
    }
}
