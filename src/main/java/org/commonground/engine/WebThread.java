package org.commonground.engine;

import java.io.IOException;
import java.util.EnumSet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Before everything else: marks the thread that serves a request, so that {@link Doors} can ask who is behind it. */
final class WebThread implements Filter {

    /** While this thread serves a request: whether it is known by now who comes. */
    private static final ThreadLocal<Boolean> KNOWN = new ThreadLocal<>();

    /** Whether this thread serves somebody's request just now. */
    static boolean serves() {
        return KNOWN.get() != null;
    }

    /** Whether a person has already asked something within this request. */
    static boolean knowsWhoCame() {
        return Boolean.TRUE.equals(KNOWN.get());
    }

    static void personCame() {
        if (serves()) {
            KNOWN.set(true);
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (serves()) {
            // An error page or a forward within the same request.
            chain.doFilter(request, response);
            return;
        }
        KNOWN.set(false);
        try {
            chain.doFilter(request, response);
        } finally {
            KNOWN.remove();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Hung {

        @Bean
        FilterRegistrationBean<WebThread> webThread() {
            FilterRegistrationBean<WebThread> registration = new FilterRegistrationBean<>(new WebThread());
            registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }
    }
}
