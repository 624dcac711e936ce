package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.Refusal;

/** Refusals that only tests speak. */
final class Refusals {

    private Refusals() {}

    record Unreachable() implements Refusal {

        @Override
        public String code() {
            return "test.unreachable";
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }

        @Override
        public String detail() {
            return "Not now.";
        }
    }
}
