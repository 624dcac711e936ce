package dev.qingdan.command.platform.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Checks a token's signature when it first comes, and its age each time: the text of a token that
 * was good once says the same for as long as it lives.
 */
final class RememberingDecoder implements JwtDecoder {

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> age;
    private final Map<String, Jwt> good = Collections.synchronizedMap(new LeastRecentlyUsed());

    /**
     * @param decoder checks everything
     * @param age checks what changes with time
     */
    RememberingDecoder(JwtDecoder decoder, OAuth2TokenValidator<Jwt> age) {
        this.decoder = decoder;
        this.age = age;
    }

    /** What that token says, where it is known to be good and of age. */
    @Nullable Jwt known(String token) {
        var known = good.get(token);
        return known == null || age.validate(known).hasErrors() ? null : known;
    }

    @Override
    public Jwt decode(String token) {
        var known = good.get(token);
        if (known == null) {
            var decoded = decoder.decode(token);
            good.put(token, decoded);
            return decoded;
        }
        var found = age.validate(known);
        if (found.hasErrors()) {
            good.remove(token);
            throw new JwtValidationException("The token has become too old", found.getErrors());
        }
        return known;
    }

    private static final class LeastRecentlyUsed extends LinkedHashMap<String, Jwt> {

        private static final long serialVersionUID = 1L;

        /** At some two kilobytes each. */
        private static final int MOST = 2_000;

        LeastRecentlyUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Jwt> eldest) {
            return size() > MOST;
        }
    }
}
