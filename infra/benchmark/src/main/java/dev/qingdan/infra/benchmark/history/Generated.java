package dev.qingdan.infra.benchmark.history;

import dev.qingdan.events.EventEnvelope;
import dev.qingdan.events.OrderEvent;

/** One event of the history, as the event store would hold it. */
public record Generated(OrderEvent event, EventEnvelope envelope) {}
