package dev.qingdan.infra.traffic.api;

import java.net.http.HttpRequest;

/** Nobody gave a usable answer for as long as we were ready to wait. */
public final class NoAnswer extends RuntimeException {

    NoAnswer(HttpRequest request, Reply last) {
        super(
                "%s %s: last answer %d %s"
                        .formatted(request.method(), request.uri(), last.status(), last.text()));
    }
}
