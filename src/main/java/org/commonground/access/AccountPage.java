package org.commonground.access;

import jakarta.servlet.http.HttpServletResponse;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page behind the one-time link. The link itself is the secret that another site cannot know, so it needs no further token against
 * forgery, and no session is opened. Nobody guesses it; how often it is tried the {@link QuotaDoor} counts.
 */
@Controller
@RequestMapping("/account/{token}")
class AccountPage {

    private static final String VIEW = "access/account";

    private final Invitations invitations;

    AccountPage(Invitations invitations) {
        this.invitations = invitations;
    }

    /** The address of this page is a secret: it is neither kept nor handed on. */
    @ModelAttribute
    void keepSecret(HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("rules", PasswordRules.INSTRUCTION);
    }

    @GetMapping
    String show(@PathVariable String token, Model model, HttpServletResponse response) {
        return invitations.guest(token).map(guest -> {
            model.addAttribute("guest", guest);
            return VIEW;
        }).orElseGet(() -> gone(model, response));
    }

    @PostMapping
    String choose(@PathVariable String token, @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again, Model model, HttpServletResponse response) {
        try {
            invitations.guest(token).ifPresent(guest -> model.addAttribute("guest", guest));
            invitations.choosePassword(token, password, again);
            model.addAttribute("done", true);
        } catch (NotFound gone) {
            return gone(model, response);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal.sentence());
        }
        return VIEW;
    }

    private String gone(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.asMap().remove("guest");
        model.addAttribute("refusal", Invitations.GONE);
        return VIEW;
    }
}
