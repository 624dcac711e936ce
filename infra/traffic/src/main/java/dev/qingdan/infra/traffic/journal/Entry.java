package dev.qingdan.infra.traffic.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/** One line of the journal: what a buyer asked for, or what a buyer was promised. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Asked.class, name = "asked"),
    @JsonSubTypes.Type(value = Entry.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Entry.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Entry.Paid.class, name = "paid"),
    @JsonSubTypes.Type(value = Entry.Cancelled.class, name = "cancelled")
})
public sealed interface Entry {

    record Line(String sku, int quantity) {}

    /** About to be sent, under this Idempotency-Key. */
    record Asked(Instant at, String memberId, String key, String shopId, List<Line> lines)
            implements Entry {}

    record Accepted(
            Instant at, String memberId, String key, String orderId, String status, long payable)
            implements Entry {}

    record Refused(Instant at, String memberId, String key, int httpStatus, String code)
            implements Entry {}

    /** WeChat took the buyer's money for this order. */
    record Paid(Instant at, String orderId, long amount) implements Entry {}

    record Cancelled(Instant at, String orderId, String status) implements Entry {}
}
