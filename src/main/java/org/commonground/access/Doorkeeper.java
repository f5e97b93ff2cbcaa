package org.commonground.access;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Looks for each caller in the {@link GuestList}, with the groups of this moment, and tells whom it sends away. */
@Component
class Doorkeeper implements AuthorizationManager<RequestAuthorizationContext>, AccessDeniedHandler {

    static final String REFUSED = "This is not open to you. If you need it for your work, please ask the coordinator.";

    private final GroupsOfNow groups;
    private GuestList list = GuestList.ofTheHouse();

    Doorkeeper(GroupsOfNow groups) {
        this.groups = groups;
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> person, RequestAuthorizationContext call) {
        HttpServletRequest request = call.getRequest();
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            // Whatever went wrong, it is said; asked for by name the page of errors is nobody's.
            return new AuthorizationDecision(true);
        }
        Optional<GuestList.Line> line = list.line(request.getMethod(), address(request));
        return new AuthorizationDecision(line.isPresent() && (line.get().isForAnybody() || isGuest(line.get(), person.get())));
    }

    private boolean isGuest(GuestList.Line line, Authentication person) {
        return person != null && person.isAuthenticated() && !(person instanceof AnonymousAuthenticationToken)
                && line.isFor(groups.of(person.getName()));
    }

    /** A script is told in a sentence; who reads pages is shown one, and of an address that nobody knows that there is nothing. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused) throws IOException {
        String address = address(request);
        if (refused instanceof CsrfException && address.equals("/login")) {
            // Its page was open for a long time, or somebody has logged in in another tab meanwhile.
            response.sendRedirect(request.getContextPath() + "/login?again");
        } else if (address.startsWith("/camunda/api") || address.startsWith("/engine-rest") || address.startsWith("/cases")) {
            Sentence.write(response, HttpStatus.FORBIDDEN, REFUSED);
        } else if (!response.isCommitted()) {
            // A body that came too late was answered while it was waited for.
            response.sendError(list.names(address) ? HttpStatus.FORBIDDEN.value() : HttpStatus.NOT_FOUND.value());
        }
    }

    private static String address(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
