package dev.qingdan.infra.stack.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** Names files by their content and by the JDK: what a start-up cache is good for. */
final class Checksum {

    private Checksum() {}

    static String of(Collection<Path> files) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
            for (var file : files) {
                if (Files.isRegularFile(file)) {
                    Files.copy(file, sink);
                }
            }
            digest.update(Runtime.version().toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
