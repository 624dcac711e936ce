package dev.qingdan.query.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/** As Spring's own reads the header, without a regular expression over each of its characters. */
final class BearerTokens implements BearerTokenResolver {

    private static final String SCHEME = "Bearer";

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        if (!isToken(header, SCHEME.length())) {
            throw new OAuth2AuthenticationException(
                    BearerTokenErrors.invalidToken("Bearer token is malformed"));
        }
        return header.substring(SCHEME.length() + 1);
    }

    /** One space, and then something without any. */
    private static boolean isToken(String header, int space) {
        if (header.length() < space + 2 || header.charAt(space) != ' ') {
            return false;
        }
        for (int i = space + 1; i < header.length(); i++) {
            if (header.charAt(i) <= ' ' || header.charAt(i) >= 127) {
                return false;
            }
        }
        return true;
    }
}
