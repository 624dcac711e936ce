package dev.qingdan.infra.benchmark.start;

import dev.qingdan.infra.benchmark.stack.Usage;
import dev.qingdan.infra.benchmark.stack.WholeStack;
import java.time.Duration;

/** What each part uses while nobody asks for anything. */
record Idle(Usage memory, Usage cpuMicros, Duration time) {

    static Idle of(WholeStack stack, Duration time) throws InterruptedException {
        var before = stack.cpu();
        Thread.sleep(time);
        return new Idle(stack.memory(), stack.cpu().since(before), time);
    }
}
