package org.commonground.organisation.process;

import java.time.LocalDate;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

@Component
class UpdatePeopleAnswer implements Answer<UpdatePeopleAnswer.Given> {

    private final OrganisationService organisations;

    UpdatePeopleAnswer(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public void take(Given given, StepContext context) {
        OrganisationId own = new OrganisationId(context.businessKey());
        String by = context.person();
        switch (given.change) {
            case invite -> organisations.invite(own, given.user, given.name, given.email, by);
            case seat -> organisations.seat(given.person, new Seat(own, Role.of(given.role)), by);
            case unseat -> {
                HeldSeat held = HeldSeat.of(given.heldSeat);
                organisations.unseat(held.user(), new Seat(own, held.role()), by);
            }
            case giveMandate -> organisations.giveMandate(own, given.person, given.from, given.to, by);
            case endMandate -> organisations.endMandate(own, given.signer, by);
            case makeFocalPoint -> organisations.makeFocalPoint(own, given.person, by);
            case leave -> organisations.leave(own, given.person, by);
        }
    }

    /** As the form spells them. */
    enum Change {
        invite, seat, unseat, giveMandate, endMandate, makeFocalPoint, leave
    }

    record Given(Change change, String name, String email, String user, String person, String role, String heldSeat,
            LocalDate from, LocalDate to, String signer) {
    }
}
