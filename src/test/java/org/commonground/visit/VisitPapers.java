package org.commonground.visit;

import java.util.List;

import org.commonground.document.Papers;
import org.commonground.foundation.Days;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.PartnershipId;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** What was to be seen, visit by visit. */
@Component
class VisitPapers implements Papers {

    private final VisitService visits;

    VisitPapers(VisitService visits) {
        this.visits = visits;
    }

    @Override
    public String shelf() {
        return "visits";
    }

    @Override
    public String heading() {
        return "Visits";
    }

    @Override
    public List<Listed> of(PartnershipId partnership) {
        return visits.of(partnership).stream().filter(Visit::over)
                .map(visit -> new Listed(visit.nr(), "Visit " + visit.nr(), title(visit))).toList();
    }

    @Override
    public String page(PartnershipId partnership, int nr) {
        Visit visit = visits.of(partnership).stream().filter(one -> one.nr() == nr && one.over()).findFirst()
                .orElseThrow(() -> new NotFound("There is no such visit."));
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><title>Visit</title><h1>")
                .append(HtmlUtils.htmlEscape(title(visit))).append("</h1>");
        visits.sights(visit.matter()).forEach(seen -> page.append("<p>").append(HtmlUtils.htmlEscape(seen.name() + ": " + seen.words()))
                .append("</p>"));
        return page.append("</html>").toString();
    }

    private String title(Visit visit) {
        return "%s, %s".formatted(visits.nameOfHost(visit), visit.heldOn() == null ? "never held" : Days.inWords(visit.heldOn()));
    }
}
