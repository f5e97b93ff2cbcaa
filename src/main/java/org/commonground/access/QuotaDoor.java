package org.commonground.access;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks whoever wants too much to wait. Files do not come by here. */
class QuotaDoor extends OncePerRequestFilter {

    private static final String SENTENCE = "You have asked for more than can be answered at once. Please wait a moment, then try again.";

    private final Quotas quotas;
    private final RequestMatcher tries;

    /** @param tries what opens a door, and costs more than a page */
    QuotaDoor(Quotas quotas, RequestMatcher tries) {
        this.quotas = quotas;
        this.tries = tries;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Duration wait = count(request);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            Sentence.write(response, HttpStatus.TOO_MANY_REQUESTS, SENTENCE);
        }
    }

    private Duration count(HttpServletRequest request) {
        if (tries.matches(request)) {
            return quotas.attempt(request.getRemoteAddr());
        }
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known == null || known instanceof AnonymousAuthenticationToken ? quotas.anonymous(request.getRemoteAddr())
                : quotas.person(known.getName());
    }
}
