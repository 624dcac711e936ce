package dev.qingdan.query.platform.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * What tokens are checked with, each as PEM text or as the location of a PEM file.
 *
 * @param member the command side signs members' tokens
 * @param staff the console signs staff's
 */
@ConfigurationProperties("qingdan.tokens")
record TokenKeys(Key member, Key staff) {

    record Key(String publicKey) {

        JwtDecoder decoder(String issuer) {
            var decoder = NimbusJwtDecoder.withPublicKey(Pem.publicKey(publicKey)).build();
            decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer));
            return new RememberingDecoder(decoder, new JwtTimestampValidator());
        }
    }
}
