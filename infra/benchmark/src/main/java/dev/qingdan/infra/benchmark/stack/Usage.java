package dev.qingdan.infra.benchmark.stack;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import java.util.function.ToLongFunction;

/** A number for each part: microseconds of CPU, or bytes of memory. */
public record Usage(Map<Part, Long> of) {

    static Usage each(ToLongFunction<Part> look) {
        var all = new EnumMap<Part, Long>(Part.class);
        for (Part part : Part.values()) {
            all.put(part, look.applyAsLong(part));
        }
        return new Usage(all);
    }

    public Usage since(Usage before) {
        return with(before, (now, then) -> now - then);
    }

    private Usage with(Usage other, LongBinaryOperator both) {
        return each(part -> both.applyAsLong(get(part), other.get(part)));
    }

    public Usage dividedBy(long parts) {
        return each(part -> get(part) / Math.max(1, parts));
    }

    public long get(Part part) {
        return of.getOrDefault(part, 0L);
    }

    public long sum() {
        return of.values().stream().mapToLong(Long::longValue).sum();
    }
}
