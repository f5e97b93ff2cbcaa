package org.commonground.access;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.commonground.engine.HouseIdentity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * What happens once somebody is known: the session is handed over to the webapps with all they would put into it themselves (several
 * calls of a page that has just begun would otherwise do so at one moment), and the person comes to the page that was asked for.
 */
@Component
class Arrival implements AuthenticationSuccessHandler {

    /** Where the webapps look for who is logged in. */
    static final String PERSON = "authenticatedUser";
    private static final String HOME = "/";

    private final ProcessEngine engine;
    private final HouseIdentity house;
    private final RequestCache asked;
    private final boolean tls;

    /** @param tls people reach the application by HTTPS only */
    Arrival(ProcessEngine engine, HouseIdentity house, RequestCache asked, @Value("${commonground.tls:false}") boolean tls) {
        this.engine = engine;
        this.house = house;
        this.asked = asked;
        this.tls = tls;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        UserAuthentication login = house.ask(() -> AuthenticationUtil.createAuthentication(engine.getName(), person.getName()));
        Authentications logins = new Authentications();
        logins.addOrReplace(login);
        HttpSession session = request.getSession();
        session.setAttribute(PERSON, logins);
        String token = Secret.token();
        session.setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token);
        response.addCookie(forScripts(request, token));
        response.sendRedirect(page(request, response));
    }

    /** The webapps' scripts send it back with whatever they change. */
    private Cookie forScripts(HttpServletRequest request, String token) {
        Cookie cookie = new Cookie(CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME, token);
        cookie.setPath(request.getContextPath() + "/camunda");
        cookie.setSecure(tls);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /** A page of this house and no other, whatever the browser says was asked for. */
    private String page(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest page = asked.getRequest(request, response);
        asked.removeRequest(request, response);
        try {
            URI address = new URI(page == null ? "" : page.getRedirectUrl());
            String path = address.getRawPath();
            if (path != null && path.startsWith("/") && !path.startsWith("//")) {
                return path + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
            }
        } catch (URISyntaxException noPage) {
            // Somebody else has written into the browser's note.
        }
        return request.getContextPath() + HOME;
    }
}
