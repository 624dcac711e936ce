package dev.qingdan.command.platform.security;

import dev.qingdan.command.platform.Refusal;
import dev.qingdan.command.platform.http.Problem;
import dev.qingdan.command.platform.http.Problems;
import dev.qingdan.events.EventSchemas;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Two chains: staff's addresses take only the console's tokens, all others only members'. Neither
 * kind of token is worth anything on the other side.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(TokenProperties.class)
class SecurityConfiguration {

    private static final String[] CLERKS = {"CLERK", "MANAGER"};
    private static final String[] ANY_STAFF = {"VIEWER", "CLERK", "MANAGER", "OPERATOR"};

    /** Requests are timed as a whole: to time each filter costs more than the filters do. */
    @Bean
    SecurityObservationSettings untimedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain staffChain(HttpSecurity http, TokenProperties tokens) throws Exception {
        return stateless(
                        http,
                        decoder(tokens.staff().publicKey(), TokenProperties.STAFF_ISSUER),
                        this::staffRoles)
                .securityMatcher("/api/v1/staff/**", "/ops/**", "/actuator/**")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/actuator/health/**")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .hasRole("OPERATOR")
                                .requestMatchers(HttpMethod.GET)
                                .hasAnyRole(ANY_STAFF)
                                .requestMatchers("/ops/**")
                                .hasRole("OPERATOR")
                                .requestMatchers(
                                        "/api/v1/staff/stock/*/receipts",
                                        "/api/v1/staff/orders/*/acceptance",
                                        "/api/v1/staff/orders/*/readiness",
                                        "/api/v1/staff/orders/*/handover")
                                .hasAnyRole(CLERKS)
                                .anyRequest()
                                .hasRole("MANAGER"))
                .build();
    }

    @Bean
    RememberingDecoder memberDecoder(TokenProperties tokens) {
        return decoder(tokens.member().publicKey(), TokenProperties.MEMBER_ISSUER);
    }

    @Bean
    @Order(2)
    SecurityFilterChain memberChain(HttpSecurity http, RememberingDecoder memberDecoder)
            throws Exception {
        return stateless(http, memberDecoder, _ -> MEMBER)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(HttpMethod.POST, "/api/v1/sessions")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, EventSchemas.PATH + "/*")
                                .permitAll()
                                .requestMatchers("/wechat/**", "/error")
                                .permitAll()
                                .anyRequest()
                                .hasRole("MEMBER"))
                .build();
    }

    private static final Collection<GrantedAuthority> MEMBER =
            List.of(new SimpleGrantedAuthority("ROLE_MEMBER"));

    private Collection<GrantedAuthority> staffRoles(Jwt token) {
        var roles = token.getClaimAsStringList("roles");
        return roles == null
                ? List.of()
                : roles.stream()
                        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList();
    }

    private static HttpSecurity stateless(HttpSecurity http, JwtDecoder decoder, RolesOf rolesOf) {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(rolesOf::of);
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server ->
                        server.jwt(jwt ->
                                        jwt.decoder(decoder).jwtAuthenticationConverter(converter))
                                .authenticationEntryPoint((_, response, cause) ->
                                        refuse(response, unauthenticated(cause))))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint((_, response, cause) ->
                                        refuse(response, unauthenticated(cause)))
                                .accessDeniedHandler((_, response, _) ->
                                        refuse(response, SecurityRefusal.ACCESS_DENIED)));
    }

    private interface RolesOf {
        Collection<GrantedAuthority> of(Jwt token);
    }

    private static RememberingDecoder decoder(String publicKey, String issuer) {
        var decoder = NimbusJwtDecoder.withPublicKey(Pem.publicKey(publicKey)).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer));
        return new RememberingDecoder(decoder, new JwtTimestampValidator());
    }

    private static Refusal unauthenticated(AuthenticationException cause) {
        return cause instanceof InsufficientAuthenticationException
                ? SecurityRefusal.TOKEN_MISSING
                : SecurityRefusal.TOKEN_INVALID;
    }

    private static void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        Problems.write(Problem.of(refusal), response);
    }
}
