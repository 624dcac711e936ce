package dev.qingdan.infra.traffic.audit;

import static dev.qingdan.infra.traffic.audit.Story.NOON;
import static dev.qingdan.infra.traffic.audit.Story.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.infra.traffic.journal.Entry;
import dev.qingdan.infra.traffic.journal.Entry.Accepted;
import dev.qingdan.infra.traffic.journal.Entry.Asked;
import dev.qingdan.infra.traffic.journal.Entry.Cancelled;
import dev.qingdan.infra.traffic.journal.Entry.Paid;
import dev.qingdan.infra.traffic.journal.Entry.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalAuditTest {

    private static final Asked ASKED = new Asked(NOON, "m1", "key-1", "shop", List.of());
    private static final Accepted ACCEPTED =
            new Accepted(NOON, "m1", "key-1", "o1", "AWAITING_PAYMENT", 200);

    private final Story story = new Story().then(placed("o1", "m1", 2));

    @Test
    void a_kept_promise_is_no_difference() {
        assertThat(differences(ASKED, ACCEPTED)).isEmpty();
    }

    @Test
    void a_lost_order_is_found() {
        var lost = new Accepted(NOON, "m1", "key-2", "o2", "AWAITING_PAYMENT", 200);
        assertThat(differences(ASKED, ACCEPTED, lost))
                .containsExactly(new Difference("order o2", "was accepted and is lost"));
    }

    @Test
    void an_order_made_twice_is_found_though_only_one_answer_arrived() {
        story.then(placed("o2", "m1", 2));
        assertThat(differences(ASKED, ACCEPTED))
                .containsExactly(new Difference("order o2", "is there, and nobody asked for it"));
    }

    @Test
    void an_order_whose_answer_never_arrived_may_stand_or_not() {
        var unanswered = new Asked(NOON, "m1", "key-2", "shop", List.of());
        assertThat(differences(ASKED, ACCEPTED, unanswered)).isEmpty();
        story.then(placed("o2", "m1", 2));
        assertThat(differences(ASKED, ACCEPTED, unanswered)).isEmpty();
    }

    @Test
    void an_order_that_was_refused_and_stands_is_found() {
        var again = new Asked(NOON, "m1", "key-2", "shop", List.of());
        var refused = new Refused(NOON, "m1", "key-2", 409, "stock.out-of-stock");
        story.then(placed("o2", "m1", 2));
        assertThat(differences(ASKED, ACCEPTED, again, refused)).hasSize(1);
    }

    @Test
    void two_orders_for_one_key_are_found() {
        story.then(placed("o2", "m1", 2));
        var twin = new Accepted(NOON, "m1", "key-1", "o2", "AWAITING_PAYMENT", 200);
        assertThat(differences(ASKED, ACCEPTED, twin))
                .containsExactly(new Difference("order o2", "was made twice, also as o1"));
    }

    @Test
    void another_sum_than_promised_is_found() {
        var cheaper = new Accepted(NOON, "m1", "key-1", "o1", "AWAITING_PAYMENT", 100);
        assertThat(differences(ASKED, cheaper)).hasSize(1);
    }

    @Test
    void money_that_the_store_does_not_know_is_found() {
        assertThat(differences(ASKED, ACCEPTED, new Paid(NOON, "o1", 200))).hasSize(1);
    }

    @Test
    void an_order_called_off_in_vain_is_found() {
        assertThat(differences(ASKED, ACCEPTED, new Cancelled(NOON, "o1", "CANCELLED"))).hasSize(1);
    }

    private List<Difference> differences(Entry... journal) {
        return new JournalAudit(story.books()).differences(List.of(journal));
    }
}
