package org.commonground.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.commonground.candidate.UnderWay;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.CourseOfWork;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What whoever is invited to join reads about a partnership, from its vision to its agreement. */
@DomainTest
class AgreementUnderWayTest {

    private static final String SEE = "What the partners see together";
    private static final String AGREED = "What they have agreed";
    private static final UnderWay.Line NOTHING_SIGNED = new UnderWay.Line(AGREED,
            "The partners are still working on their agreement, and nothing is signed by all of them.");

    @Autowired
    Ladder ladder;
    @Autowired
    List<UnderWay> rooms;
    @Autowired
    CourseOfWork course;
    @Autowired
    AgreedTerms agreed;
    @Autowired
    Clock clock;

    private final Map<OrganisationId, Role> partners = new LinkedHashMap<>();

    @BeforeEach
    void two_partners() {
        partners.put(new OrganisationId("Fao"), Role.EXPERT);
        partners.put(new OrganisationId("Ngo"), Role.IMPLEMENTER);
        ladder.verified(partners.keySet());
    }

    @Test
    void before_they_sign_they_tell_the_vision_that_all_endorsed_and_that_nothing_is_signed() {
        PartnershipId id = ladder.chosen(partners);
        assertThat(lines(id)).containsExactly(NOTHING_SIGNED);
        ladder.opened(id);
        assertThat(lines(id)).containsExactly(new UnderWay.Line(SEE, "Healthy fields everywhere"), NOTHING_SIGNED);
    }

    @Test
    void in_force_they_tell_how_long_their_agreement_holds_and_whether_the_work_pauses() {
        PartnershipId id = ladder.inForce(partners);
        String dates = "Their agreement has been in force since %s and holds until %s.".formatted(Days.inWords(LocalDate.now(clock)),
                Days.inWords(LocalDate.now(clock).plusMonths(agreed.of(id).terms().durationMonths()).minusDays(1)));
        assertThat(lines(id)).containsExactly(new UnderWay.Line(SEE, "Healthy fields everywhere"), new UnderWay.Line(AGREED, dates));
        course.suspend(id, "The rain does not come");
        assertThat(lines(id)).contains(new UnderWay.Line(AGREED, dates + " At the moment the work pauses."));
    }

    private List<UnderWay.Line> lines(PartnershipId id) {
        return rooms.stream().flatMap(room -> room.toInvited(id).stream()).toList();
    }
}
