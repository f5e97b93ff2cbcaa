package org.commonground.organisation.process;

import java.time.LocalDate;
import java.util.UUID;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.RaisedFlag;
import org.springframework.stereotype.Component;

@Component
class DecideOnFlagSheet implements Sheet<DecideOnFlagSheet.Shown> {

    private final OrganisationService organisations;

    DecideOnFlagSheet(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public Shown read(StepContext context) {
        RaisedFlag flag = organisations.flag(UUID.fromString(context.get(Variable.MATTER)));
        return new Shown(flag.level().label(), flag.reason(), flag.raisedBy(), flag.raisedOn(),
                flag.about() == null ? "" : flag.about().value(), flag.question());
    }

    record Shown(String level, String doubt, String raisedBy, LocalDate raisedOn, String about, String asked) {
    }
}
