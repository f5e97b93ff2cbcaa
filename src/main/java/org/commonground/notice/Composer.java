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
    private static final int TITLE_IN_SUBJECT = 60;

    private final ITemplateEngine templates;
    private final NoticeSettings settings;

    Composer(ITemplateEngine templates, NoticeSettings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    /** @param template the path of one */
    Letter compose(String template, Map<String, Object> data, Recipient to) {
        Context context = new Context(Locale.ENGLISH, data);
        context.setVariable("home", settings.tasklist());
        context.setVariable("about", about(data));
        if (data.get("caseNumber") instanceof String number) {
            context.setVariable("papers", settings.papers(number));
            context.setVariable("page", settings.page(number));
        }
        if (to.name() != null) {
            context.setVariable("name", to.name());
        }
        // PostgreSQL keeps no NUL, and no mail program shows control characters.
        String html = templates.process(template, context).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
        Document document = Jsoup.parse(html);
        return new Letter(shortened(document.title(), SUBJECT), html, PlainText.of(document.body()));
    }

    /** What a letter says in one line, without the case that subjects end with. */
    String line(String template, Map<String, Object> data) {
        Context context = new Context(Locale.ENGLISH, data);
        context.setVariable("about", "");
        return shortened(Jsoup.parse(templates.process(template, context)).title(), SUBJECT);
    }

    /** The case as subjects end with it: " – Cotton IPM (P-2026-0007)". */
    private static String about(Map<String, Object> data) {
        return (data.get("caseTitle") instanceof String title ? " – " + shortened(title, TITLE_IN_SUBJECT) : "")
                + (data.get("caseNumber") instanceof String number ? " (" + number + suffix(data) + ")" : "");
    }

    /** Which paper of the case it is about: "/A1". */
    private static String suffix(Map<String, Object> data) {
        return data.get("suffix") instanceof String suffix ? "/" + suffix : "";
    }

    private static String shortened(String words, int longest) {
        int points = words.codePointCount(0, words.length());
        return points <= longest ? words : words.substring(0, words.offsetByCodePoints(0, longest - 1)).strip() + "…";
    }
}
