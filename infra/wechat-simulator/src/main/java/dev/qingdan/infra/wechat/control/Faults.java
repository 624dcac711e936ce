package dev.qingdan.infra.wechat.control;

import dev.qingdan.infra.wechat.http.Answer;
import dev.qingdan.infra.wechat.http.Call;
import dev.qingdan.infra.wechat.http.Handler;
import dev.qingdan.infra.wechat.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The misfortunes that are waiting for WeChat's callers. */
public final class Faults {

    private final List<Fault> waiting = new ArrayList<>();

    synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    public Handler around(Handler handler) {
        return call ->
                next(call)
                        .map(fault -> suffer(fault, call, handler))
                        .orElseGet(() -> handler.handle(call));
    }

    private synchronized Optional<Fault> next(Call call) {
        var found = waiting.stream().filter(it -> call.path().startsWith(it.path())).findFirst();
        found.ifPresent(fault -> {
            var rest = fault.used();
            if (rest.timesLeft() > 0) {
                waiting.set(waiting.indexOf(fault), rest);
            } else {
                waiting.remove(fault);
            }
        });
        return found;
    }

    private static Answer suffer(Fault fault, Call call, Handler handler) {
        var answer = fault.replacesTheWork() ? refusal(fault, call) : handler.handle(call);
        if (fault.delayMillis() != null) {
            pause(fault.delayMillis());
        }
        return Boolean.TRUE.equals(fault.drop()) ? answer.drop() : answer;
    }

    private static Answer refusal(Fault fault, Call call) {
        var isPay = call.path().startsWith("/v3/");
        var status = fault.status() != null ? fault.status() : isPay ? 500 : 200;
        Object errcode = fault.errcode() != null ? fault.errcode() : isPay ? "SYSTEM_ERROR" : -1;
        var body =
                isPay
                        ? Map.of("code", errcode, "message", "simulated")
                        : Map.of("errcode", errcode, "errmsg", "simulated");
        return Answer.of(status, Json.WECHAT.writeValueAsString(body));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
