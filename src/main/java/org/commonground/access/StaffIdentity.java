package org.commonground.access;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who calls by {@code /engine-rest}, for the time of the call. */
class StaffIdentity extends OncePerRequestFilter {

    private final IdentityService identities;
    private final GroupsOfNow groups;

    StaffIdentity(IdentityService identities, GroupsOfNow groups) {
        this.identities = identities;
        this.groups = groups;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (fromAnotherSite(request)) {
            Sentence.write(response, HttpStatus.FORBIDDEN, "Requests from other sites are not taken here.");
            return;
        }
        String user = SecurityContextHolder.getContext().getAuthentication().getName();
        identities.setAuthentication(user, groups.of(user), List.of());
        try {
            chain.doFilter(request, response);
        } finally {
            identities.clearAuthentication();
        }
    }

    /** A browser that remembers the password would send it along with a stranger's form. */
    private static boolean fromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }
}
