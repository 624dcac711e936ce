package dev.qingdan.query.platform.security;

import dev.qingdan.query.platform.web.ProblemWriter;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Two chains: staff's addresses take only the console's tokens, all others only members'. Neither
 * kind of token is worth anything on the other side.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private static final String STAFF_ISSUER = "qingdan/console";
    private static final String[] ANY_STAFF = {"VIEWER", "CLERK", "MANAGER", "OPERATOR"};
    private static final List<GrantedAuthority> MEMBER =
            List.of(new SimpleGrantedAuthority("ROLE_MEMBER"));

    private final TokenKeys keys;
    private final MemberTokens members;
    private final AuthenticationEntryPoint missingOrInvalid;
    private final AccessDeniedHandler denied;

    SecurityConfiguration(TokenKeys keys, MemberTokens members, ProblemWriter problems) {
        this.keys = keys;
        this.members = members;
        this.missingOrInvalid =
                (_, response, cause) -> {
                    response.setHeader("WWW-Authenticate", "Bearer");
                    if (cause instanceof InsufficientAuthenticationException) {
                        problems.write(
                                response,
                                HttpStatus.UNAUTHORIZED,
                                "token.missing",
                                "Send a token: Authorization: Bearer ...");
                    } else {
                        problems.write(
                                response,
                                HttpStatus.UNAUTHORIZED,
                                "token.invalid",
                                "The token is not valid here, or no longer");
                    }
                };
        this.denied =
                (_, response, _) ->
                        problems.write(
                                response,
                                HttpStatus.FORBIDDEN,
                                "access.denied",
                                "Your role does not allow this");
    }

    /** Requests are timed as a whole: to time each filter costs more than the filters do. */
    @Bean
    SecurityObservationSettings untimedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain staffChain(HttpSecurity http) throws Exception {
        var staff = keys.staff().decoder(STAFF_ISSUER);
        return stateless(http, staff, SecurityConfiguration::staffRoles)
                .securityMatcher("/api/v1/staff/**", "/ops/**", "/actuator/**")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/actuator/health/**")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .hasRole("OPERATOR")
                                .requestMatchers(HttpMethod.GET)
                                .hasAnyRole(ANY_STAFF)
                                .anyRequest()
                                .hasRole("OPERATOR"))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain memberChain(HttpSecurity http) throws Exception {
        return stateless(http, members.decoder(), _ -> MEMBER)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        "/api/v1/shops",
                                        "/api/v1/products",
                                        "/api/v1/products/*",
                                        // Its first frame brings the token
                                        "/api/v1/live",
                                        "/error")
                                .permitAll()
                                .anyRequest()
                                .hasRole("MEMBER"))
                .build();
    }

    /** PostgreSQL knows no NUL in text, and no honest client sends one. */
    @Bean
    static HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    private HttpSecurity stateless(
            HttpSecurity http,
            JwtDecoder decoder,
            Function<Jwt, Collection<GrantedAuthority>> roles) {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(roles::apply);
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // Answers carry an ETag and may be kept, if asked for again each time
                .headers(headers ->
                        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server ->
                        server.bearerTokenResolver(new BearerTokens())
                                .jwt(jwt ->
                                        jwt.decoder(decoder).jwtAuthenticationConverter(converter))
                                .authenticationEntryPoint(missingOrInvalid)
                                .accessDeniedHandler(denied))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(missingOrInvalid)
                                .accessDeniedHandler(denied));
    }

    private static Collection<GrantedAuthority> staffRoles(Jwt token) {
        var roles = token.getClaimAsStringList("roles");
        return roles == null
                ? List.of()
                : roles.stream()
                        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList();
    }
}
