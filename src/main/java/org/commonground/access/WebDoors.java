package org.commonground.access;

import java.time.Clock;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Hangs the doors before the paths they guard, in front of everything the platform registers. */
@Configuration(proxyBeanMethods = false)
class WebDoors {

    @Bean
    LoginDoor.Attempts loginAttempts(Clock clock) {
        return new LoginDoor.Attempts(clock);
    }

    @Bean
    FilterRegistrationBean<Filter> headers(@Value("${commonground.tls:false}") boolean tls) {
        return first(new SafeHeaders(tls), "/*", 0);
    }

    @Bean
    FilterRegistrationBean<Filter> ownNonce() {
        return first(new OwnNonce(), "/camunda/*", 0);
    }

    @Bean
    FilterRegistrationBean<Filter> staffDoor(IdentityService identities, LoginDoor.Attempts attempts) {
        return first(new StaffDoor(identities, attempts), StaffDoor.PATH, 1);
    }

    @Bean
    FilterRegistrationBean<Filter> loginDoor(LoginDoor.Attempts attempts) {
        return first(new LoginDoor(attempts), LoginDoor.PATH, 1);
    }

    /** The platform would let a visitor make himself administrator as soon as there is none. */
    @Bean
    FilterRegistrationBean<Filter> setupIsOver() {
        return first((request, response, chain) -> ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND),
                "/camunda/api/admin/setup/*", 1);
    }

    /** Megabytes of scripts that change with the platform's release only: on a slow line they come once. */
    @Bean
    FilterRegistrationBean<Filter> keptAssets() {
        FilterRegistrationBean<Filter> registration = first(new KeptAssets(), "/camunda/lib/*", 2);
        registration.addUrlPatterns("/camunda/app/*", "/camunda/assets/*");
        return registration;
    }

    private static FilterRegistrationBean<Filter> first(Filter filter, String path, int place) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(path);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100 + place);
        return registration;
    }
}
