package dev.qingdan.console.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** The key pair that staff tokens are signed with; the public half follows from the private one. */
@Component
class StaffKey {

    private static final String PROPERTY = "qingdan.tokens.staff.private-key";

    private final RSAPrivateCrtKey privateKey;
    private final RSAPublicKey publicKey;

    StaffKey(ConsoleSettings settings, ResourceLoader resources) {
        var given = settings.tokens().staff().privateKey();
        if (given == null || given.isBlank()) {
            throw new IllegalStateException(
                    PROPERTY + " is missing: give an RSA key in PEM (PKCS#8), or its location");
        }
        var pem = given.contains("-----BEGIN") ? given : read(given, resources);
        var base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            var factory = KeyFactory.getInstance("RSA");
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            privateKey = (RSAPrivateCrtKey) factory.generatePrivate(encoded);
            var spec =
                    new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent());
            publicKey = (RSAPublicKey) factory.generatePublic(spec);
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    PROPERTY + " is not an RSA key in PEM (PKCS#8)", unreadable);
        }
    }

    private static String read(String location, ResourceLoader resources) {
        try {
            return resources.getResource(location).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(PROPERTY + " cannot be read", unreadable);
        }
    }

    RSAPrivateCrtKey privateKey() {
        return privateKey;
    }

    RSAPublicKey publicKey() {
        return publicKey;
    }
}
