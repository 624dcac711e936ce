package dev.qingdan.query.platform.security;

import java.security.interfaces.RSAPublicKey;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What tokens are checked with, each as PEM text or as the location of a PEM file.
 *
 * @param member the command side signs members' tokens
 * @param staff the console signs staff's
 */
@ConfigurationProperties("qingdan.tokens")
record TokenKeys(Key member, Key staff) {

    record Key(String publicKey) {

        RSAPublicKey rsa() {
            return Pem.publicKey(publicKey);
        }
    }
}
