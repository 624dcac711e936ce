package dev.qingdan.infra.wechat.http;

import java.util.Map;

/** What goes back; one that is dropped was worked for, but the client never hears of it. */
public record Answer(int status, String body, Map<String, String> headers, boolean dropped) {

    public static Answer of(int status, String body) {
        return new Answer(status, body, Map.of(), false);
    }

    public static Answer noContent() {
        return of(204, "");
    }

    public Answer with(Map<String, String> headers) {
        return new Answer(status, body, headers, dropped);
    }

    public Answer drop() {
        return new Answer(status, body, headers, true);
    }
}
