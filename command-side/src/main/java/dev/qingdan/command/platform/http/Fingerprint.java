package dev.qingdan.command.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells whether two requests with one idempotency key are the same: method, path and body. */
@SuppressWarnings("ArrayRecordComponent") // Compared by content, see equals.
public record Fingerprint(byte[] sha256) {

    static Fingerprint of(String method, String path, byte[] body) {
        var digest = sha256Digest();
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

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
