package io.mercato.boot.security;

import io.mercato.boot.keycloak.KeycloakAccess;
import io.mercato.boot.keycloak.KeycloakProperties;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Role;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.task.DelegatingSecurityContextAsyncTaskExecutor;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.client.RestTemplate;

/** The chain that every request passes. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Beyond /api nothing is open but the health of the platform, the logos of products and the pages that e-mails lead to; the rest of the actuator is for its staff. */
    @Bean
    SecurityFilterChain chain(
            HttpSecurity http, List<WayIn> ways, ActingForAnother acting, DemoUsers demoUsers, GateAnswers answers)
            throws Exception {
        String[] staff = Stream.of(Role.values())
                .filter(Role::isStaff)
                .map(Role::authority)
                .toArray(String[]::new);
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new Gate(ways, acting, demoUsers, answers), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                "/api/**", "/actuator/health/**", "/logos/**", "/activate", "/password", "/pages/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAnyAuthority(staff)
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, e) -> answers.refused(request, response, Errors.unauthenticated()))
                        .accessDeniedHandler(
                                (request, response, e) -> answers.refused(request, response, Errors.forbidden())))
                .build();
    }

    /** Keys are fetched when the first token comes, so that the platform starts while Keycloak is still down. */
    @Bean
    JwtDecoder jwtDecoder(KeycloakAccess keycloak, KeycloakProperties settings, GateProperties gate) {
        ClientHttpRequestFactorySettings limits = ClientHttpRequestFactorySettings.defaults()
                .withConnectTimeout(settings.connectTimeout())
                .withReadTimeout(settings.readTimeout());
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keycloak.jwkSetUri())
                .restOperations(
                        new RestTemplate(ClientHttpRequestFactoryBuilder.jdk().build(limits)))
                .build();
        decoder.setJwtValidator(validator(keycloak, settings));
        return new CheckedTokens(decoder, gate, Clock.systemUTC());
    }

    static OAuth2TokenValidator<Jwt> validator(KeycloakAccess keycloak, KeycloakProperties settings) {
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(keycloak.issuerUri()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience())));
    }

    /** There are no users but the directory's; without this bean Boot would make one up and print its password. */
    @Bean
    UserDetailsService noOtherUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    /** Camel serves REST on these threads; wrapped, each knows who called. */
    @Bean
    DelegatingSecurityContextAsyncTaskExecutor callersExecutor(
            @Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME) AsyncTaskExecutor threads) {
        return new DelegatingSecurityContextAsyncTaskExecutor(threads);
    }
}
