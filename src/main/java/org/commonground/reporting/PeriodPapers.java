package org.commonground.reporting;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.commonground.document.Papers;
import org.commonground.foundation.Days;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.period.Period;
import org.commonground.period.PeriodService;
import org.commonground.period.PlanLine;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What was planned in each period that is over, and what all seats said of it; the first one first. */
@Component
@Order(1)
class PeriodPapers implements Papers {

    private static final String TEMPLATE = "reporting/period-record";

    private final ReportService reports;
    private final PeriodService periods;
    private final PartnershipService partnerships;
    private final AskedBack askedBack;
    private final ITemplateEngine templates;

    PeriodPapers(ReportService reports, PeriodService periods, PartnershipService partnerships, AskedBack askedBack,
            ITemplateEngine templates) {
        this.reports = reports;
        this.periods = periods;
        this.partnerships = partnerships;
        this.askedBack = askedBack;
        this.templates = templates;
    }

    @Override
    public String shelf() {
        return "periods";
    }

    @Override
    public String heading() {
        return "Periods";
    }

    @Override
    public List<Listed> of(PartnershipId partnership) {
        return periods.periods(partnership).stream().filter(period -> !period.isOpen())
                .map(period -> new Listed(period.nr(), "Period " + period.nr(), Days.brief(period.begins(), period.ends()))).toList();
    }

    @Override
    public String page(PartnershipId partnership, int nr) {
        Period period = periods.periods(partnership).stream().filter(one -> one.nr() == nr && !one.isOpen()).findFirst()
                .orElseThrow(() -> new NotFound("There is no such period, or it is not over yet."));
        PartnershipCard card = partnerships.card(partnership);
        return templates.process(TEMPLATE, new Context(Locale.ENGLISH, Map.of("number", partnership.value(), "title", card.title(),
                "record", new Record(nr, period.inWords(), PlanLine.of(periods.plans(period), card.objectives()), period.settlement(),
                        reports.reached(period), reports.hindered(period), reports.told(period),
                        reports.results(partnership, period), reports.missing(period), askedBack.of(period)))));
    }

    /**
     * What stands on the page.
     *
     * @param settlement what was agreed about the plans, or null
     * @param missing    who said nothing
     */
    record Record(int nr, String period, List<PlanLine> plans, String settlement, List<ReachedLine> reached, List<String> hindered,
            List<PeriodClosed.Told> told, List<String> results, List<String> missing, List<AskedBack.Line> asked) {
    }
}
