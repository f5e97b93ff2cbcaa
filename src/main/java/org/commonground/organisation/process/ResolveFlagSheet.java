package org.commonground.organisation.process;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.RaisedFlag;
import org.springframework.stereotype.Component;

@Component
class ResolveFlagSheet implements Sheet<ResolveFlagSheet.Shown> {

    private static final Choice RESOLVE = new Choice("The doubt is settled: the flag is taken away", "resolve");
    private static final Choice ASK = new Choice("Ask the manager, once, to decide", "ask");

    private final OrganisationService organisations;

    ResolveFlagSheet(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public Shown read(StepContext context) {
        RaisedFlag flag = organisations.flag(UUID.fromString(context.get(Variable.MATTER)));
        return new Shown(flag.level().label(), flag.reason(), flag.raisedBy(), flag.raisedOn(),
                flag.about() == null ? "" : flag.about().value(), flag.decision() == null ? "" : flag.decision(),
                flag.question() == null ? List.of(RESOLVE, ASK) : List.of(RESOLVE));
    }

    record Shown(String level, String doubt, String raisedBy, LocalDate raisedOn, String about, String managersWords, List<Choice> ways) {
    }
}
