package org.commonground.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SampleAims;
import org.commonground.partnership.SeatIn;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who has never heard of the house reads an invitation and trusts it. */
@DomainTest
class InvitationWordsTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId NGO = new OrganisationId("Ngo");

    @Autowired
    InvitationWords words;
    @Autowired
    Ladder ladder;
    @Autowired
    PartnershipService partnerships;

    @Test
    void it_says_who_invites_to_what_as_what_what_it_takes_and_how_to_say_no() {
        ladder.verified(List.of(FAO, NGO));
        PartnershipId id = ladder.proposed(SampleAims.of("Fao"), Role.IMPLEMENTER);

        assertThat(words.of(partnerships.card(id), List.of(new SeatIn(Role.IMPLEMENTER, Level.LOCAL, null, null)))).containsExactly(
                "Organisation Fao invites your organisation to take part in a partnership: Cotton without poison.",
                "What it is for: " + SampleAims.of("Fao").purpose(), "You are asked as: Implementer, local.",
                "What it takes: an answer, then a profile of your organisation, some twenty minutes. Nothing binds you until your"
                        + " organisation signs an agreement.",
                "If it is not for you, choose “We decline this time” in the same step and say why. You are asked no more.");
    }
}
