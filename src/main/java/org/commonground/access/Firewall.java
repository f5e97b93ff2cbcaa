package org.commonground.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses every path that two readers could read differently ({@code ;}, {@code //}, dot segments, encoded slashes, control characters,
 * letters written as codes) before anybody reads it. Spring Security asks the same wall again, but behind filters that already look at
 * the path.
 */
class Firewall extends OncePerRequestFilter {

    static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

    private final HttpFirewall wall = new StrictHttpFirewall();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            wall.getFirewalledRequest(request);
            if (GuestList.isDisguised(request.getRequestURI())) {
                throw new RequestRejectedException("Letters in disguise");
            }
        } catch (RequestRejectedException notOnePath) {
            String accept = request.getHeader("Accept");
            if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
                response.sendError(HttpStatus.BAD_REQUEST.value());
                return;
            }
            Sentence.write(response, HttpStatus.BAD_REQUEST, "This address cannot be read. Please go back and follow a link.");
            return;
        }
        chain.doFilter(request, response);
    }
}
