package org.commonground.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Hangs the doors before the paths they guard, in front of everything the platform registers. */
@Configuration(proxyBeanMethods = false)
class WebDoors {

    @Bean
    FilterRegistrationBean<Filter> headers(@Value("${commonground.tls:false}") boolean tls) {
        return first(new SafeHeaders(tls), "/*", 0);
    }

    @Bean
    FilterRegistrationBean<Filter> ownNonce() {
        return first(new OwnNonce(), "/camunda/*", 0);
    }

    @Bean
    FilterRegistrationBean<Filter> staticFiles() {
        return first(new StaticFiles(), "/*", 2);
    }

    /** Behind the files that its page needs. */
    @Bean
    FilterRegistrationBean<Filter> openingDoor(ApplicationAvailability availability) {
        FilterRegistrationBean<Filter> registration = first(new OpeningDoor(availability), "/*", 3);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }

    /** Before everything, the filters that Spring puts first among them. */
    @Bean
    FilterRegistrationBean<Filter> firewall() {
        FilterRegistrationBean<Filter> registration = first(new Firewall(), "/*", 0);
        registration.setOrder(Firewall.FIRST);
        return registration;
    }

    private static FilterRegistrationBean<Filter> first(Filter filter, String path, int place) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(path);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100 + place);
        return registration;
    }
}
