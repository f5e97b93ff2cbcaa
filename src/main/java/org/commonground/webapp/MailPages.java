package org.commonground.webapp;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.commonground.notice.Mails;
import org.commonground.notice.Mails.Mail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The mails of a house without a mail server, for its administrator. Where a mail server is there, people's mail is nobody else's, and for
 * everybody else these pages do not exist.
 */
@Controller
class MailPages {

    private static final int LATEST = 200;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    /** A link opens in a window of its own; nothing else of the mail can do anything. */
    private static final String SANDBOX = "allow-popups allow-popups-to-escape-sandbox";

    private final LoggedIn loggedIn;
    private final Mails mails;
    private final boolean mailServer;

    MailPages(LoggedIn loggedIn, Mails mails, ObjectProvider<JavaMailSender> mailServer) {
        this.loggedIn = loggedIn;
        this.mails = mails;
        this.mailServer = mailServer.getIfAvailable() != null;
    }

    @ModelAttribute
    void onlyForTheAdministrator(HttpServletRequest request, HttpServletResponse response) {
        if (mailServer || loggedIn.person(request).filter(LoggedIn.Visitor::administrator).isEmpty()) {
            throw nothing();
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    @GetMapping("/mails")
    String list(Model model) {
        model.addAttribute("mails", mails.latest(LATEST).stream().map(Row::of).toList());
        return "webapp/mails";
    }

    @GetMapping("/mails/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("mail", Row.of(find(id)));
        model.addAttribute("text", find(id).text());
        model.addAttribute("sandbox", SANDBOX);
        return "webapp/mail";
    }

    /** The mail as its reader sees it, for a frame in which nothing can be done. */
    @GetMapping("/mails/{id}/html")
    ResponseEntity<String> html(@PathVariable UUID id, HttpServletResponse response) {
        // Instead of the house's own policy, not beside it.
        response.setHeader("Content-Security-Policy",
                "sandbox " + SANDBOX + "; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'");
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(find(id).html().replaceFirst("(?i)<head[^>]*>", "$0<base target=\"_blank\">"));
    }

    private Mail find(UUID id) {
        return mails.latest(LATEST).stream().filter(mail -> mail.id().equals(id)).findFirst().orElseThrow(MailPages::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    record Row(UUID id, String at, String name, String address, String subject, String state, String problem) {

        static Row of(Mail mail) {
            return new Row(mail.id(), MOMENT.format(mail.at()), mail.to().name(), mail.to().address(), mail.subject(),
                    mail.state().label(), mail.problem());
        }
    }
}
