package dev.qingdan.command.platform.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A configured secret of 32 bytes. */
final class Secret {

    private static final int BYTES = 32;

    private Secret() {}

    static byte[] of(String property, String textOrLocation) {
        var bytes = decode(property, text(property, textOrLocation).strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "%s has %d bytes and needs %d: openssl rand -base64 32 makes one"
                            .formatted(property, bytes.length, BYTES));
        }
        return bytes;
    }

    private static byte[] decode(String property, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(property + " is not Base64", e);
        }
    }

    private static String text(String property, String textOrLocation) {
        if (!textOrLocation.startsWith("file:")) {
            return textOrLocation;
        }
        try {
            return Files.readString(Path.of(URI.create(textOrLocation)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Nothing can be read where %s points: %s".formatted(property, textOrLocation),
                    e);
        }
    }
}
