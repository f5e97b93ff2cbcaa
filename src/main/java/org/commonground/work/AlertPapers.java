package org.commonground.work;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.commonground.document.Papers;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.PartnershipService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What needs attention in a partnership, on one page: what is open, and what is better by now. */
@Component
@Order(0)
class AlertPapers implements Papers {

    private static final String TEMPLATE = "work/alert-record";
    private static final int ONLY = 1;

    private final Alerts alerts;
    private final PartnershipService partnerships;
    private final ITemplateEngine templates;

    AlertPapers(Alerts alerts, PartnershipService partnerships, ITemplateEngine templates) {
        this.alerts = alerts;
        this.partnerships = partnerships;
        this.templates = templates;
    }

    @Override
    public String shelf() {
        return "alerts";
    }

    @Override
    public String heading() {
        return "What needs attention";
    }

    @Override
    public List<Listed> of(PartnershipId partnership) {
        List<Alert> all = alerts.of(partnership);
        long open = all.stream().filter(Alert::isOpen).count();
        return all.isEmpty() ? List.of() : List.of(new Listed(ONLY, "What needs attention",
                open == 0 ? "Nothing now" : open == 1 ? "One thing now" : "%d things now".formatted(open)));
    }

    @Override
    public String page(PartnershipId partnership, int nr) {
        if (nr != ONLY || alerts.of(partnership).isEmpty()) {
            throw new NotFound("Nothing needed attention here so far.");
        }
        return templates.process(TEMPLATE, new Context(Locale.ENGLISH, Map.of("number", partnership.value(),
                "title", partnerships.card(partnership).title(), "open", alerts.open(partnership), "over", alerts.over(partnership))));
    }
}
