package dev.qingdan.infra.traffic.buyers;

import dev.qingdan.infra.traffic.api.Api;
import dev.qingdan.infra.traffic.api.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One member with one phone, logged in as long as need be. */
public final class Member {

    private final Api api;
    private final Phone phone;
    private final String commandUrl;
    private final String queryUrl;
    private final String openid;
    private final ReentrantLock login = new ReentrantLock();
    private volatile @Nullable Session session;

    public Member(Api api, Phone phone, String commandUrl, String queryUrl, String openid) {
        this.api = api;
        this.phone = phone;
        this.commandUrl = commandUrl;
        this.queryUrl = queryUrl;
        this.openid = openid;
    }

    public String id() throws InterruptedException {
        return session(null).memberId;
    }

    Phone phone() {
        return phone;
    }

    /** A write under a key that stays the same however often it has to be sent. */
    Reply write(String path, String key, Object body) throws InterruptedException {
        return loggedIn(token -> {
            var headers = Map.of("Authorization", token, "Idempotency-Key", key);
            return api.post(commandUrl + path, headers, body);
        });
    }

    /** A read that sees at least what the token covers. */
    Reply read(String path, @Nullable String consistencyToken) throws InterruptedException {
        return loggedIn(token -> {
            var headers = new HashMap<>(Map.of("Authorization", token, "Prefer", "wait=10"));
            if (consistencyToken != null) {
                headers.put("Consistency-Token", consistencyToken);
            }
            return api.get(queryUrl + path, headers);
        });
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    private Reply loggedIn(Work work) throws InterruptedException {
        var known = session(null);
        var reply = work.with("Bearer " + known.token);
        return reply.status() == 401 ? work.with("Bearer " + session(known).token) : reply;
    }

    private Session session(@Nullable Session expired) throws InterruptedException {
        var current = session;
        if (current != null && current != expired) {
            return current;
        }
        login.lockInterruptibly();
        try {
            if (session == null || session == expired) {
                session = logIn();
            }
            return session;
        } finally {
            login.unlock();
        }
    }

    private Session logIn() throws InterruptedException {
        var code = phone.login(openid);
        var reply = api.post(commandUrl + "/api/v1/sessions", Map.of(), Map.of("code", code));
        if (!reply.isSuccess()) {
            throw new IllegalStateException(openid + " may not log in: " + reply.text());
        }
        return new Session(reply.text("token"), reply.text("memberId"));
    }

    private record Session(String token, String memberId) {}

    @FunctionalInterface
    private interface Work {
        Reply with(String authorization) throws InterruptedException;
    }
}
