package dev.qingdan.infra.benchmark.load;

import java.util.List;

/** The workloads; the names are those of the peers that the product is compared with. */
enum Kind {
    W1("place orders", "W1", 1, List.of()),
    W2("place : cancel : read", "W2", 8, List.of("placed", "changed", "read")),
    W2PAY(
            "place : ask to pay : pay : read",
            "W2PAY",
            4,
            List.of("placed", "changed", "paid", "read")),
    W3("read an order", "W3", 1, List.of()),
    W4HOT("all place one product", "W4", 1, List.of()),
    W4("the same until it is sold out", "W4", 1, List.of());

    private final String text;
    private final String load;
    private final int threads;
    private final List<String> steps;

    Kind(String text, String load, int threads, List<String> steps) {
        this.text = text;
        this.load = load;
        this.threads = threads;
        this.steps = steps;
    }

    String text() {
        return text;
    }

    /** What load.lua calls it. */
    String load() {
        return load;
    }

    /** A thread of wrk has one address, so that a mixture of sides needs several. */
    int threads() {
        return threads;
    }

    boolean writes() {
        return this != W3;
    }

    boolean isMixed() {
        return threads > 1;
    }

    /** What one round of the mixture counts, each as often as the others. */
    List<String> steps() {
        return steps;
    }

    /** Whether answers are looked at one by one, so that a refusal is no error. */
    boolean isCounted() {
        return isMixed() || load.equals("W4");
    }
}
