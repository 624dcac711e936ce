package dev.qingdan.command.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qingdan.command.platform.Sha256;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells whether two requests with one idempotency key are the same: method, path and body. */
@SuppressWarnings("ArrayRecordComponent") // Compared by content, see equals.
public record Fingerprint(byte[] sha256) {

    static Fingerprint of(String method, String path, byte[] body) {
        var digest = Sha256.digest();
        digest.update((method + " " + path + "\n").getBytes(UTF_8));
        return new Fingerprint(digest.digest(body));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint(var theirs) && Arrays.equals(sha256, theirs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(sha256);
    }
}
