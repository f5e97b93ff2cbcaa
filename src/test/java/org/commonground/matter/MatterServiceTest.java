package org.commonground.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.stage.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registrations;
import org.commonground.partnership.Course;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.review.ReviewService;
import org.commonground.stage.Diagrams;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.stage.SampleAgreement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;

/** What may be raised, by whom and when. Fao, Goi and Ngo are full partners, the shop is an ally. */
@DomainTest
class MatterServiceTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId NGO = new OrganisationId("Ngo");
    private static final OrganisationId SHOP = new OrganisationId("Shop");

    @Autowired
    Ladder ladder;
    @Autowired
    MatterService service;
    @Autowired
    CourseOfWork work;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    OrganisationService organisations;
    @Autowired
    SampleAgreement rules;
    @Autowired
    Diagrams diagrams;
    @Autowired
    ReviewService reviews;
    @Autowired
    ApplicationEvents events;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MovableClock clock;

    private PartnershipId id;

    @BeforeEach
    void in_force() {
        ladder.verified(List.of(FAO, GOI, NGO, SHOP));
        id = ladder.inForceUnwritten(Role.IMPLEMENTER, FAO, GOI, NGO);
        partnerships.admit(id, SHOP, Standing.ALLY, List.of(new SeatIn(Role.ALLY, Level.NATIONAL, null, null)));
    }

    @Test
    void the_smallest_partner_may_raise_a_matter() {
        UUID matter = raise("suspension", person(NGO));
        assertThat(service.card(matter)).extracting(MatterCard::raisedBy, MatterCard::why, MatterCard::state)
                .containsExactly(NGO, "The money is late", MatterState.RAISED);
        assertThat(service.open(id)).extracting(MatterCard::id).containsExactly(matter);
    }

    @Test
    void an_ally_and_a_stranger_ask_a_partner_instead() {
        refused("Only full partners of … can raise a matter in it. Please ask one of them.", () -> raise("review", person(SHOP)));
        organisations.register(Registrations.of("Other"), "coordinator");
        refused("Only full partners of … can raise a matter in it. Please ask one of them.",
                () -> raise("review", person(new OrganisationId("Other"))));
        refused("Organisation Other belongs to no partnership in which it can raise something now.",
                () -> service.expectRaisableBy(person(new OrganisationId("Other"))));
        assertThat(service.raisableBy(person(SHOP))).as("a dispute").extracting(Course::id).containsExactly(id);
        assertThat(service.raisableBy(person(GOI))).extracting(Course::id).containsExactly(id);
    }

    @Test
    void what_somebody_began_passes_to_the_organisation_as_long_as_it_could_raise_it() {
        assertThat(service.handOn(NGO)).isTrue();
        assertThat(service.handOn(SHOP)).as("a dispute").isTrue();
        partnerships.leave(id, NGO, "It has no staff", person(NGO));
        assertThat(service.handOn(NGO)).isFalse();
        assertThat(events.stream(MatterDropped.class)).containsExactly(new MatterDropped(NGO));
    }

    @Test
    void a_matter_says_why() {
        refused("Please say in a sentence why: everybody who is asked to decide reads it.",
                () -> service.raise(id, "review", " ", person(FAO)));
    }

    @Test
    void before_it_is_in_force_and_once_it_closes_nothing_but_a_dispute_is_raised() {
        partnerships.enter(id, Phase.CLOSING);
        refused("… is not in force: it stands at “Moving on”.", () -> raise("review", person(FAO)));
        assertThat(service.raisableBy(person(FAO))).as("only a dispute").hasSize(1);
    }

    @Test
    void after_the_term_and_after_the_end_is_agreed_nothing_new_is_raised() {
        rules.endsOn(LocalDate.now(clock));
        refused("The term of " + id + " ended on …, so nothing new can be raised in it.", () -> raise("review", person(FAO)));
        rules.endsOn(LocalDate.now(clock).plusDays(1));
        raise("review", person(FAO));
        work.agreeToEnd(id, "All is done");
        refused("The partners have agreed to close …, so nothing new can be raised in it.",
                () -> raise("suspension", person(FAO)));
    }

    @Test
    void the_same_is_raised_once_at_a_time() {
        UUID first = raise("suspension", person(FAO));
        refused("“A pause of the work” was raised already, by Organisation Fao on …, and is not settled yet. Please take part in that "
                + "one.", () -> raise("suspension", person(GOI)));
        raise("review", person(GOI));
        assertThatThrownBy(() -> jdbc.sql("insert into matter select ?, version, partnership, kind, raised_by, person, why, raised_on,"
                + " state, outcome,"
                + " ended_on, open_kind from matter where id = ?").params(UUID.randomUUID(), first).update())
                        .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_settled_matter_makes_room_for_the_next_and_is_settled_once() {
        UUID matter = raise("suspension", person(FAO));
        service.end(matter, "Not accepted");
        refused("This matter was settled on ….", () -> service.end(matter, "Accepted"));
        raise("suspension", person(GOI));
        assertThat(service.all(id)).extracting(MatterCard::outcome).containsExactlyInAnyOrder("Not accepted", null);
    }

    @Test
    void suspension_is_raised_while_the_work_goes_on_and_resumption_while_it_pauses() {
        refused("The work of … goes on, so there is nothing to take up again.", () -> raise("resumption", person(FAO)));
        work.suspend(id, "No money");
        refused("The work of … pauses already.", () -> raise("suspension", person(FAO)));
        refused("This partnership is suspended already.", () -> work.suspend(id, "No money"));
        raise("resumption", person(FAO));
        work.resume(id);
        refused("This partnership is not suspended.", () -> work.resume(id));
        work.suspend(id, "Floods");
        assertThat(work.pauses(id)).extracting(CourseOfWork.Pause::why).containsExactlyInAnyOrder("No money", "Floods");
        assertThat(work.of(id).suspended()).isTrue();
    }

    @Test
    void while_the_partners_review_nobody_calls_another_review() {
        reviews.open(id, UUID.randomUUID());
        refused("The partners are reviewing … just now. Please say there what you want to say.",
                () -> raise("review", person(FAO)));
        raise("closure", person(FAO));
    }

    @Test
    void a_matter_that_arrives_is_told_to_all_members() {
        UUID matter = raise("review", person(NGO));
        assertThat(service.send(matter)).isTrue();
        assertThat(diagrams.last).isEqualTo(new MatterRaised(id, matter));
        assertThat(service.send(matter)).as("sent again").isTrue();
        assertThat(service.card(matter).outcome()).isEqualTo("The review has begun.");
        UUID proposal = raise("closure", person(NGO));
        service.send(proposal);
        assertThat(service.open(id)).extracting(MatterCard::id, MatterCard::state).containsExactly(tuple(proposal, MatterState.OPEN));
        assertThat(events.stream(MatterTakenUp.class)).hasSize(2).allSatisfy(fact ->
                assertThat(Set.copyOf(fact.members())).isEqualTo(Set.of(FAO, GOI, NGO, SHOP)));
    }

    @Test
    void a_matter_that_comes_too_late_is_told_to_who_raised_it_and_to_nobody_else() {
        UUID matter = raise("closure", person(NGO));
        diagrams.waits = false;
        assertThat(service.send(matter)).isFalse();
        assertThat(service.send(matter)).as("sent again").isFalse();
        assertThat(diagrams.last).isEqualTo(new MatterRaised(id, matter));
        assertThat(service.card(matter).state()).isEqualTo(MatterState.TOO_LATE);
        assertThat(service.open(id)).isEmpty();
        assertThat(events.stream(MatterCameTooLate.class)).singleElement().satisfies(fact -> {
            assertThat(fact.card().kind().key()).isEqualTo("closure");
            assertThat(fact.card().person()).isEqualTo(person(NGO));
        });
        assertThat(events.stream(MatterTakenUp.class)).isEmpty();
    }

    private UUID raise(String kind, String person) {
        return service.raise(id, kind, "The money is late", person);
    }

    /** The focal point of a sample registration. */
    private static String person(OrganisationId organisation) {
        return Registrations.of(organisation.code()).focalPoint().user();
    }
}
