package org.commonground.access;

import static org.springframework.http.HttpMethod.POST;

import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/**
 * The one door of the house, behind the files that {@link StaticFiles} hands out to everybody: the REST interface for staff with name
 * and password at each call, and all pages with one log-in. Who comes past it to which route the {@link GuestList} says.
 */
@Configuration(proxyBeanMethods = false)
class FrontDoor {

    /** Scripts ask here and understand a bare 401; everybody else is shown the log-in. */
    private static final RequestMatcher ASKED_BY_SCRIPTS = any("/camunda/api/**", "/cases/**", "/cases", "/after/*", "/drafts/*");
    /** What opens a door for who is not known yet. */
    private static final RequestMatcher TRIES = new OrRequestMatcher(path(POST, "/login"),
            any("/account/**", "/oauth2/**", "/login/oauth2/**"));
    /** The log-out of the webapps' own menu. */
    private static final RequestMatcher LOG_OUT_OF_WEBAPPS = path(POST, "/camunda/api/admin/auth/user/*/logout");

    /** What is asked for before the log-in is kept by the browser: a visitor who never logs in leaves nothing in the house. */
    @Bean
    RequestCache askedPage() {
        CookieRequestCache cache = new CookieRequestCache();
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod()) && wantsPage(request) && !ASKED_BY_SCRIPTS.matches(request));
        return cache;
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Spring would look into the session at each request, files too, for a word left from the page before; we leave none. */
    @Bean
    FlashMapManager flashMapManager() {
        return new AbstractFlashMapManager() {

            @Override
            protected List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
                return List.of();
            }

            @Override
            protected void updateFlashMaps(List<FlashMap> words, HttpServletRequest request, HttpServletResponse response) {
                throw new UnsupportedOperationException("No page leaves a word for the next one");
            }
        };
    }

    @Bean
    @Order(1)
    SecurityFilterChain restInterface(HttpSecurity http, EngineLogin login, IdentityService identities, GroupsOfNow groups,
            Doorkeeper doorkeeper, Quotas quotas) throws Exception {
        StaffAnswers answers = new StaffAnswers();
        return http.securityMatcher(path("/engine-rest/**"))
                .csrf(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable).headers(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authenticationProvider(login)
                .httpBasic(basic -> basic.authenticationEntryPoint(answers))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(answers).accessDeniedHandler(doorkeeper))
                .authorizeHttpRequests(all -> all.anyRequest().access(doorkeeper))
                .addFilterAfter(new QuotaDoor(quotas, TRIES), BasicAuthenticationFilter.class)
                .addFilterAfter(new StaffIdentity(identities, groups), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, EngineLogin login, Arrival arrival, RequestCache asked, Doorkeeper doorkeeper,
            ObjectProvider<HouseLogin> signOn, Quotas quotas, @Value("${commonground.tls:false}") boolean tls,
            @Value("${commonground.largest-upload:21MB}") DataSize largestUpload) throws Exception {
        HouseLogin house = signOn.getIfAvailable();
        if (house != null) {
            http.oauth2Login(there -> there.loginPage("/login").clientRegistrationRepository(house.registrations())
                    .userInfoEndpoint(known -> known.oidcUserService(house)).successHandler(arrival)
                    .failureHandler(new SimpleUrlAuthenticationFailureHandler("/login?refused")));
        }
        return http
                .authenticationProvider(login)
                .authorizeHttpRequests(all -> all.anyRequest().access(doorkeeper))
                .requestCache(cache -> cache.requestCache(asked))
                .exceptionHandling(refused -> refused.accessDeniedHandler(doorkeeper)
                        .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), ASKED_BY_SCRIPTS)
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE))
                .formLogin(form -> form.loginPage("/login").successHandler(arrival).failureHandler(new LoginPage.WrongLogin()))
                // The webapps guard their own calls by a token of theirs; the link of an account page is a secret itself.
                .csrf(csrf -> csrf.csrfTokenRepository(loginTokens(tls)).csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(any("/camunda/**", "/account/*")))
                .logout(out -> out.logoutRequestMatcher(new OrRequestMatcher(path(POST, "/logout"), LOG_OUT_OF_WEBAPPS))
                        .logoutSuccessHandler((request, response, person) -> {
                            if (LOG_OUT_OF_WEBAPPS.matches(request)) {
                                response.setStatus(HttpStatus.OK.value());
                            } else {
                                response.sendRedirect(request.getContextPath() + "/login?out");
                            }
                        }))
                .headers(AbstractHttpConfigurer::disable)
                .addFilterAfter(new QuotaDoor(quotas, TRIES), SecurityContextHolderFilter.class)
                // Before anybody asks for what was sent: the token of the page would be looked for in all of the file.
                .addFilterBefore(new UploadDoor(largestUpload.toBytes()), CsrfFilter.class)
                .build();
    }

    /** Not in the session: a visitor who looks at the log-in page needs none. Not under the name that the webapps' token has. */
    private static CookieCsrfTokenRepository loginTokens(boolean tls) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("LOGIN-TOKEN");
        tokens.setHeaderName("X-LOGIN-TOKEN");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").secure(tls));
        return tokens;
    }

    private static RequestMatcher any(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns).map(FrontDoor::path).toArray(RequestMatcher[]::new));
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
