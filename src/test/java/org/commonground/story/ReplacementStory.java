package org.commonground.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.PARTICIPANT;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterService;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The farmers leave a partnership in force that cannot do without them, and a cooperative joins in their place. */
@ProcessTest
class ReplacementStory {

    @Autowired
    private Stage stage;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private AgreedTerms agreed;
    @Autowired
    private MatterService matters;
    @Autowired
    private Clock clock;

    private Cast cast;
    private Course course;

    @Test
    void where_nobody_decides_the_agreement_names_those_who_are_there_and_the_role_stays_open() {
        String number = theFarmersLeave();
        PartnershipId partnership = new PartnershipId(number);
        assertThat(agreed.of(partnership).version()).isEqualTo(1);
        stage.fires("Time to seek over", number);
        assertThat(cast.coordinator().sees(number)).doesNotContain("Seek replacement");
        assertThat(agreed.of(partnership).version()).as("without who has left").isEqualTo(2);
        assertThat(partnerships.gaps(partnership)).as("nobody said why it goes on without").isNotEmpty();
        assertThat(matters.open(partnership)).isEmpty();
        Actor fao = cast.actor("Fao");
        fao.starts("matter", with());
        fao.completes("Describe matter", null, Answers.matter("accession", number, "Nobody speaks for the farmers."));
        assertThat(matters.open(partnership)).as("any partner can propose somebody").hasSize(1);
        stage.assertThat(number).isNotEnded().hasNoIncident();
    }

    @Test
    void where_a_role_is_open_somebody_joins_in_its_place() {
        String number = theFarmersLeave();
        PartnershipId partnership = new PartnershipId(number);
        Actor coordinator = cast.coordinator();
        Map<?, ?> open = (Map<?, ?>) ((List<?>) coordinator.opens("Seek replacement", number).get("roles")).get(0);
        assertThat(open.get("role").toString()).containsIgnoringCase("participant");
        assertThat(coordinator.isRefused("Seek replacement", number, with("roles", List.of(with("key", open.get("key"), "answer", "waive",
                "words", ""))))).startsWith("Please say why the partnership can do without");
        coordinator.completes("Seek replacement", number, with("roles", List.of(with("key", open.get("key"), "answer", "seek", "words",
                ""))));
        assertThat(agreed.of(partnership).version()).as("without who has left").isEqualTo(2);
        assertThat(matters.open(partnership)).singleElement().satisfies(matter -> {
            assertThat(matter.decided()).isEqualTo("Needed since %s left.".formatted(cast.name("Ffs")));
            assertThat(matter.why()).containsIgnoringCase("participant");
        });

        course.findsNewcomers(number, Map.of("Coop", PARTICIPANT));
        course.consent(number, List.of("Fao", "Ngo"));
        coordinator.completes("Connect newcomer", number, with("links", List.of()));
        course.isReleased(number);
        course.sign(number, List.of("Coop"));
        assertThat(partnerships.partners(partnership)).contains(cast.id("Coop"));
        assertThat(partnerships.gaps(partnership)).isEmpty();
        assertThat(cast.actor("Coop").sees(number)).contains("Commit participation");
        assertThat(matters.open(partnership)).isEmpty();
        stage.assertThat(number).isNotEnded().hasNoIncident();
    }

    private String theFarmersLeave() {
        cast = stage.cast().inTheField()
                .organisation("Coop", "Seed cooperative", Level.LOCAL, "Guntur", PARTICIPANT).withMandates();
        course = new Course(cast);
        Map<String, Role> roles = cast.roles("Fao", "Ngo", "Ffs");
        String number = course.choosesPartners("Cotton whose farmers leave", roles);
        course.reachesAgreement(number, List.copyOf(roles.keySet()));
        assertThat(partnerships.gaps(new PartnershipId(number))).isEmpty();
        cast.actor("Ffs").starts("matter", with());
        cast.actor("Ffs").completes("Describe matter", null, Answers.matter("withdrawal", number, "Our programme ends."));
        cast.actor("Ffs").completes("Give notice", number, with("outcome", "leave", "effective", LocalDate.now(clock).plusMonths(4)
                .toString(), "why",
                "Our programme ends."));
        stage.fires("Last day come", number);
        return number;
    }
}
