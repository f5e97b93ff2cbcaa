package org.commonground.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.commonground.agreement.AgreementService;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.negotiation.NegotiationService;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;
import org.commonground.story.Course;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;

/** One of three partners leaves when all is agreed: in Tasklist it is asked, before anybody signs, who does its part. The text says it. */
@BrowserTest
class MendingStoryTest {

    private static final String COTTON = "Cotton without the ministry";

    @Autowired
    private BrowserStage browser;
    @Autowired
    private Stage stage;
    @Autowired
    private AgreementService agreements;
    @Autowired
    private NegotiationService negotiations;

    private Cast cast;
    private Person broker;

    @BeforeEach
    void who_does_the_first_step_has_left() {
        browser.isEmptied();
        cast = stage.cast().fao().withMandates();
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Goi", Role.RESOURCE_PROVIDER);
        roles.put("Ngo", Role.IMPLEMENTER);
        roles.put("Ffs", Role.PARTICIPANT);
        browser.withoutWindows(() -> {
            Course course = new Course(cast);
            String number = course.choosesPartners(COTTON, roles);
            course.findsVision(number, List.copyOf(roles.keySet()));
            course.agrees(number, List.copyOf(roles.keySet()));
            negotiations.leave(agreements.versions(new PartnershipId(number)).get(0).negotiation(), cast.id("Goi"), "We have no budget.",
                    cast.actor("Goi").user());
            stage.machineWorks();
            // It led, so another partner is asked to.
            cast.coordinator().completes("Name another lead", number, with("lead", cast.code("Ngo")));
            cast.actor("Ngo").completes("Answer lead request", number, with("answer", "accept"));
            return number;
        });
        broker = browser.broker();
    }

    @Test
    void its_step_is_taken_over_and_its_role_gone_without_before_anybody_signs() {
        broker.chooses("Secretariat queue").opens("Check agreement", COTTON).claims();
        assertThat(broker.reads()).contains("was the part of " + cast.name("Goi"), "Nobody takes the role “Resource provider, national”");
        assertThat(broker.isAsked("Who takes it over?")).isFalse();
        broker.ticks("What do you decide?", "Let it be drafted again, after something was mended");
        assertThat(broker.reads()).contains("(was the part of " + cast.name("Goi"));
        broker.addsRow("Go on without a needed role").picks("Role", "Resource provider, national")
                .writes("Reason", "The federation saves for the first season.");
        broker.picks("Who takes it over?", cast.name("Ngo")).writes("Why", "It has trained others before.")
                .pictures("check-agreement-mending").completes();

        Person ngo = browser.person(cast.actor("Ngo"));
        broker.looksAgain().opens("Check agreement", COTTON).claims();
        assertThat(broker.reads()).contains("100 %");
        broker.ticks("What do you decide?", "Release this version for signing");
        assertThat(broker.isAsked("Who takes it over?")).isFalse();
        broker.completes();
        ngo.chooses("Signatures").opens("Sign agreement", COTTON).claims();
        assertThat(ngo.reads()).as("what it signs").contains(cast.name("Ngo") + " takes it over: It has trained others before.");
    }
}
