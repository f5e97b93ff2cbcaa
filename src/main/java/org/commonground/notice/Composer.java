package org.commonground.notice;

import java.util.Locale;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes letters from one template each: its title is the subject, its body the mail, and the plain text is read off the body. */
@Component
class Composer {

    private static final int SUBJECT = 150;

    private final ITemplateEngine templates;
    private final NoticeSettings settings;

    Composer(ITemplateEngine templates, NoticeSettings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    Letter compose(String template, Map<String, Object> data, Recipient to) {
        Context context = new Context(Locale.ENGLISH, data);
        context.setVariable("home", settings.tasklist());
        if (to.name() != null) {
            context.setVariable("name", to.name());
        }
        // PostgreSQL keeps no NUL, and no mail program shows control characters.
        String html = templates.process("mail/" + template, context).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
        Document document = Jsoup.parse(html);
        return new Letter(shortened(document.title()), html, PlainText.of(document.body()));
    }

    private static String shortened(String subject) {
        int points = subject.codePointCount(0, subject.length());
        return points <= SUBJECT ? subject : subject.substring(0, subject.offsetByCodePoints(0, SUBJECT - 1)).strip() + "…";
    }
}
