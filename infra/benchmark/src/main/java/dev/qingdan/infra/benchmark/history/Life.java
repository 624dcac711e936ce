package dev.qingdan.infra.benchmark.history;

import java.util.List;
import java.util.Random;

/** The courses that an order's life takes, and how often each is met. */
enum Life {
    SERVED(780, Step.PLACED, Step.PAID, Step.ACCEPTED, Step.READY, Step.HANDED_OVER),
    COMPLAINED(
            30,
            Step.PLACED,
            Step.PAID,
            Step.ACCEPTED,
            Step.READY,
            Step.HANDED_OVER,
            Step.REFUND_REQUESTED,
            Step.REFUND_COMPLETED),
    CANCELLED(60, Step.PLACED, Step.CANCELLED),
    CANCELLED_WHEN_PAID(
            45,
            Step.PLACED,
            Step.PAID,
            Step.CANCELLED,
            Step.REFUND_REQUESTED,
            Step.REFUND_COMPLETED),
    REFUND_FAILED(
            5, Step.PLACED, Step.PAID, Step.CANCELLED, Step.REFUND_REQUESTED, Step.REFUND_FAILED),
    EXPIRED(70, Step.PLACED, Step.EXPIRED),
    PAID_TOO_LATE(
            10,
            Step.PLACED,
            Step.EXPIRED,
            Step.PAID_LATE,
            Step.REFUND_REQUESTED,
            Step.REFUND_COMPLETED);

    enum Step {
        PLACED,
        PAID,
        PAID_LATE,
        ACCEPTED,
        READY,
        HANDED_OVER,
        CANCELLED,
        EXPIRED,
        REFUND_REQUESTED,
        REFUND_COMPLETED,
        REFUND_FAILED
    }

    private static final int ALL = 1_000;

    private final int amongThousand;
    private final List<Step> steps;

    Life(int amongThousand, Step... steps) {
        this.amongThousand = amongThousand;
        this.steps = List.of(steps);
    }

    List<Step> steps() {
        return steps;
    }

    static Life any(Random random) {
        int drawn = random.nextInt(ALL);
        for (Life life : values()) {
            drawn -= life.amongThousand;
            if (drawn < 0) {
                return life;
            }
        }
        throw new IllegalStateException("The lives do not add up to " + ALL);
    }
}
