package dev.qingdan.command.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** RSA keys from PEM, given as the text itself or as {@code file:/...}. */
public final class Pem {

    private Pem() {}

    public static RSAPublicKey publicKey(String textOrLocation) {
        try {
            return (RSAPublicKey) rsa().generatePublic(new X509EncodedKeySpec(der(textOrLocation)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an RSA public key in X.509 PEM", e);
        }
    }

    public static RSAPrivateKey privateKey(String textOrLocation) {
        try {
            return (RSAPrivateKey)
                    rsa().generatePrivate(new PKCS8EncodedKeySpec(der(textOrLocation)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an RSA private key in PKCS#8 PEM", e);
        }
    }

    /** The PEM text itself, wherever it lies. */
    public static String text(String textOrLocation) {
        if (!textOrLocation.startsWith("file:")) {
            return textOrLocation;
        }
        try {
            return Files.readString(Path.of(URI.create(textOrLocation)));
        } catch (IOException e) {
            throw new UncheckedIOException("No key can be read at " + textOrLocation, e);
        }
    }

    private static byte[] der(String textOrLocation) {
        var base64 = text(textOrLocation).replaceAll("-----[A-Z ]+-----", "");
        return Base64.getMimeDecoder().decode(base64);
    }

    private static KeyFactory rsa() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA");
    }
}
