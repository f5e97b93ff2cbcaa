package org.commonground.access;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** What comes into the engine's REST interfaces and what goes out, behind the log-in and before the platform. */
@Configuration(proxyBeanMethods = false)
class RestDoors {

    /** Behind Spring Security's chain, which stands at -100. */
    private static final int BEHIND_THE_LOGIN = -50;

    @Bean
    FilterRegistrationBean<Filter> incidents() {
        return before(new Incidents(), 0);
    }

    @Bean
    FilterRegistrationBean<Filter> bodyDoor(@Value("${commonground.largest-request}") DataSize largest) {
        return before(new BodyDoor(Math.toIntExact(largest.toBytes())), 1);
    }

    private static FilterRegistrationBean<Filter> before(Filter filter, int place) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        registration.setOrder(BEHIND_THE_LOGIN + place);
        return registration;
    }
}
