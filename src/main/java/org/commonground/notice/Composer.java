package org.commonground.notice;

import java.util.Locale;
import java.util.Map;

import org.commonground.foundation.PartnershipId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes letters from one template each: its title is the subject, its body the mail, and the plain text is read off the body. */
@Component
class Composer {

    /** RFC 5322 asks for lines of at most 78 characters, and a telephone shows fewer. */
    private static final int SUBJECT = 77;
    private static final int TITLE_IN_SUBJECT = 60;
    private static final int SHORTEST_TITLE = 12;

    private final ITemplateEngine templates;
    private final NoticeSettings settings;

    Composer(ITemplateEngine templates, NoticeSettings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    /** @param template the path of one */
    Letter compose(String template, Map<String, Object> data, Recipient to) {
        Context context = new Context(Locale.ENGLISH, data);
        context.setVariable("home", settings.start());
        context.setVariable("about", about(data, TITLE_IN_SUBJECT));
        if (data.get("caseNumber") instanceof String number) {
            context.setVariable("papers", settings.papers(number));
            if (PartnershipId.isOne(number)) {
                context.setVariable("page", settings.page(number));
            }
        }
        if (to.name() != null) {
            context.setVariable("name", to.name());
        }
        // PostgreSQL keeps no NUL, and no mail program shows control characters.
        String html = templates.process(template, context).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
        Document document = Jsoup.parse(html);
        return new Letter(subject(document.title(), data), html, PlainText.of(document.body()));
    }

    /** What is too long is said of the title first: the words before it and the number behind it tell more. */
    private static String subject(String whole, Map<String, Object> data) {
        String about = about(data, TITLE_IN_SUBJECT).replaceAll("\\s+", " ");
        int over = whole.codePointCount(0, whole.length()) - SUBJECT;
        if (over <= 0 || !whole.endsWith(about)) {
            return shortened(whole, SUBJECT);
        }
        String words = whole.substring(0, whole.length() - about.length());
        String title = data.get("caseTitle") instanceof String all ? shortened(all, TITLE_IN_SUBJECT) : "";
        int left = title.codePointCount(0, title.length()) - over;
        String brief = about(data, left >= SHORTEST_TITLE ? left : 0);
        return shortened(words, SUBJECT - brief.codePointCount(0, brief.length())) + brief;
    }

    /** What a letter says in one line, without the case that subjects end with. */
    String line(String template, Map<String, Object> data) {
        Context context = new Context(Locale.ENGLISH, data);
        context.setVariable("about", "");
        return Jsoup.parse(templates.process(template, context)).title();
    }

    /** The case as subjects end with it: " – Cotton IPM (P-2026-0007)". */
    private static String about(Map<String, Object> data, int longest) {
        return (longest > 0 && data.get("caseTitle") instanceof String title ? " – " + shortened(title, longest) : "")
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
