package org.commonground.access;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one page at which people log in, whatever they came for. */
@Controller
public class LoginPage {

    private final ObjectProvider<Cast> cast;
    private final ObjectProvider<HouseLogin> signOn;

    LoginPage(ObjectProvider<Cast> cast, ObjectProvider<HouseLogin> signOn) {
        this.cast = cast;
        this.signOn = signOn;
    }

    @GetMapping("/login")
    String show(@RequestParam(required = false) String wrong, @RequestParam(required = false) Integer wait,
            @RequestParam(required = false) String again, @RequestParam(required = false) String out,
            @RequestParam(required = false) String refused, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        if (wait != null) {
            model.addAttribute("refusal", "That was wrong too often. Please wait " + Math.max(1, Math.min(wait, 999))
                    + " seconds, then try again.");
        } else if (refused != null) {
            model.addAttribute("refusal", HouseLogin.REFUSED);
        } else if (again != null) {
            model.addAttribute("refusal", "This page had been open for too long. Please log in once more.");
        } else if (wrong != null) {
            model.addAttribute("refusal", "User name or password is wrong. Please try again.");
        }
        model.addAttribute("out", out != null);
        cast.ifAvailable(demo -> model.addAttribute("cast", demo.groups()).addAttribute("password", DemoAccounts.PASSWORD));
        signOn.ifAvailable(house -> model.addAttribute("signOn", house.name()));
        return "access/login";
    }

    /** Back to the page with a word why; what stood behind the number sign of its address stays there in the browser. */
    static final class WrongLogin implements AuthenticationFailureHandler {

        @Override
        public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
                throws IOException {
            response.sendRedirect(request.getContextPath() + "/login?"
                    + (refused instanceof TooManyTries tooMany ? "wait=" + tooMany.seconds() : "wrong"));
        }
    }

    /** Who plays in the demo: there, and only there, a click is enough. */
    public interface Cast {

        /** The people by organisation, in the order in which one would read them. */
        List<Group> groups();

        /** @param people who can be logged in as */
        record Group(String name, List<Player> people) {
        }

        /** @param part what this one does, in a few words */
        record Player(String user, String name, String part) {
        }
    }
}
