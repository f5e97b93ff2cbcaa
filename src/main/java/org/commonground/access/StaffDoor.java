package org.commonground.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door before {@code /engine-rest}, which the starter leaves wide open: name and password with every request, and staff only. The
 * webapps do not come this way, so partners never need it.
 */
class StaffDoor extends OncePerRequestFilter {

    static final String PATH = "/engine-rest/*";

    private static final String BASIC = "Basic ";
    private static final Set<String> STAFF = Set.of(StandingGroup.DESIGNER.id(), StandingGroup.MANAGER.id(),
            StandingGroup.ADMINISTRATOR.id());

    private final IdentityService identities;
    private final LoginDoor.Attempts attempts;

    StaffDoor(IdentityService identities, LoginDoor.Attempts attempts) {
        this.identities = identities;
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (fromAnotherSite(request)) {
            Sentence.write(response, HttpStatus.FORBIDDEN, "Requests from other sites are not taken here.");
            return;
        }
        Optional<Login> login = Login.of(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (login.isEmpty()) {
            challenge(response);
            return;
        }
        String user = login.get().user();
        if (attempts.refused(request, user, response)) {
            return;
        }
        boolean known = identities.checkPassword(user, login.get().password());
        attempts.note(request, user, known);
        if (!known) {
            challenge(response);
            return;
        }
        List<String> groups = identities.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
        if (groups.stream().noneMatch(STAFF::contains)) {
            Sentence.write(response, HttpStatus.FORBIDDEN, "This interface is for designers, managers and administrators only.");
            return;
        }
        identities.setAuthentication(user, groups, List.of());
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

    private static void challenge(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Common Ground\", charset=\"UTF-8\"");
        Sentence.write(response, HttpStatus.UNAUTHORIZED, "Please log in with your user name and password.");
    }

    private record Login(String user, String password) {

        static Optional<Login> of(String header) {
            if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
                return Optional.empty();
            }
            try {
                String pair = new String(Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
                int colon = pair.indexOf(':');
                return colon < 1 ? Optional.empty() : Optional.of(new Login(pair.substring(0, colon), pair.substring(colon + 1)));
            } catch (IllegalArgumentException noBase64) {
                return Optional.empty();
            }
        }
    }
}
