package org.commonground.agreement;

import java.util.Locale;
import java.util.Map;

import org.commonground.document.Pdf;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Draws a version of an agreement, as a page and printed. What is not sealed says so on every sheet. */
@Component
public class AgreementPage {

    private static final String TEMPLATE = "agreement/agreement";

    private final ITemplateEngine templates;
    private final Pdf pdf;

    AgreementPage(ITemplateEngine templates, Pdf pdf) {
        this.templates = templates;
        this.pdf = pdf;
    }

    /** A whole page in HTML, with the words of others escaped. */
    public String html(Paper paper) {
        return templates.process(TEMPLATE, new Context(Locale.ENGLISH, model(paper)));
    }

    public byte[] pdf(Paper paper) {
        return pdf.of(TEMPLATE, model(paper));
    }

    private static Map<String, Object> model(Paper paper) {
        return Map.of("paper", paper);
    }
}
