package dev.qingdan.infra.wechat.control;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A misfortune for the next calls whose path starts so. A status or errcode comes instead of the
 * work; a delay or a drop comes after it, so that the work is done and the answer late or lost.
 */
record Fault(
        String path,
        @Nullable Integer status,
        @Nullable JsonNode errcode,
        @Nullable Long delayMillis,
        @Nullable Boolean drop,
        @Nullable Integer times) {

    Fault {
        Objects.requireNonNull(path, "path");
    }

    boolean replacesTheWork() {
        return status != null || errcode != null;
    }

    int timesLeft() {
        return times == null ? 1 : times;
    }

    Fault used() {
        return new Fault(path, status, errcode, delayMillis, drop, timesLeft() - 1);
    }
}
