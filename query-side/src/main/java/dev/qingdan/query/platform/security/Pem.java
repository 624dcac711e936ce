package dev.qingdan.query.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** RSA public keys in X.509 PEM, given as the text itself or as {@code file:/...}. */
final class Pem {

    private Pem() {}

    static RSAPublicKey publicKey(String textOrLocation) {
        var base64 = text(textOrLocation).replaceAll("-----[A-Z ]+-----", "");
        try {
            var der = Base64.getMimeDecoder().decode(base64);
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an RSA public key in X.509 PEM", e);
        }
    }

    private static String text(String textOrLocation) {
        if (!textOrLocation.startsWith("file:")) {
            return textOrLocation;
        }
        try {
            return Files.readString(Path.of(URI.create(textOrLocation)));
        } catch (IOException e) {
            throw new UncheckedIOException("No key can be read at " + textOrLocation, e);
        }
    }
}
