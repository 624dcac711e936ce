package dev.qingdan.infra.wechat.pay;

import java.util.function.Function;

/** WeChat's decision on what it was asked: a value either way. */
public sealed interface Ruling<T> {

    record Accepted<T>(T value) implements Ruling<T> {}

    record Refused<T>(PayError why) implements Ruling<T> {}

    static <T> Ruling<T> accept(T value) {
        return new Accepted<>(value);
    }

    static <T> Ruling<T> refuse(PayError why) {
        return new Refused<>(why);
    }

    default <R> R fold(Function<T, R> accepted, Function<PayError, R> refused) {
        return switch (this) {
            case Accepted<T>(var value) -> accepted.apply(value);
            case Refused<T>(var why) -> refused.apply(why);
        };
    }
}
