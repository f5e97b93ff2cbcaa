package org.commonground.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.foundation.Level.LOCAL;
import static org.commonground.foundation.Level.NATIONAL;
import static org.commonground.foundation.Level.STATE;
import static org.commonground.foundation.Role.ALLY;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.partnership.SampleAims.FEWER_SPRAYINGS;
import static org.commonground.partnership.SampleAims.GUNTUR;
import static org.commonground.partnership.SampleAims.WARANGAL;
import static org.commonground.stage.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registrations;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.test.jdbc.JdbcTestUtils;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@DomainTest
class PartnershipServiceTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId CICR = new OrganisationId("Cicr");
    private static final FirstProposal PROPOSAL = new FirstProposal("Cotton IPM", "Farmer Field Schools cut sprayings by half",
            "We reach one district only");
    private static final SeatIn LOCAL_EXPERT = new SeatIn(EXPERT, LOCAL, "Warangal", null);
    private static final SeatIn STATE_EXPERT = new SeatIn(EXPERT, STATE, null, "Entomology");

    @Autowired
    Ladder ladder;
    @Autowired
    PartnershipService service;
    @Autowired
    Leadership leadership;
    @Autowired
    OrganisationService organisations;
    @Autowired
    MovableClock clock;
    @Autowired
    ApplicationEvents events;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void it_is_march() {
        clock.setTo(Instant.parse("2026-03-01T10:00:00Z"));
    }

    // Proposing

    @Test
    void a_proposal_gets_a_number_and_is_told_to_others() {
        verified(FAO);
        PartnershipId id = service.propose(PROPOSAL, "faoFocal");

        assertThat(id).isEqualTo(new PartnershipId("P-2026-0001"));
        PartnershipCard card = service.card(id);
        assertThat(card.title()).isEqualTo("Cotton IPM");
        assertThat(card.proposer()).isEqualTo(FAO);
        assertThat(card.phase()).isEqualTo(Phase.CLARIFYING);
        assertThat(card.scaleUp()).isNull();
        assertThat(card.objectives()).isEmpty();
        assertThat(service.title(id)).contains(new PartnershipTitle("Cotton IPM", Phase.CLARIFYING));
        assertThat(events.stream(PartnershipProposed.class)).containsExactly(new PartnershipProposed(id, "Cotton IPM", FAO, "faoFocal"));
    }

    @Test
    void numbers_are_counted_per_year() {
        verified(FAO);
        assertThat(propose()).hasToString("P-2026-0001");
        assertThat(propose()).hasToString("P-2026-0002");
        clock.setTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(propose()).hasToString("P-2027-0001");
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void proposals_at_one_moment_all_succeed_with_numbers_of_their_own() throws Exception {
        clock.setTo(Instant.parse("2031-01-01T00:00:00Z"));
        OrganisationId many = new OrganisationId("Many");
        OrganisationId unverified = new OrganisationId("Late");
        verified(many);
        organisations.register(Registrations.of("Late"), "coordinator");
        int people = 8;
        var crowd = Executors.newFixedThreadPool(people);
        try {
            CyclicBarrier together = new CyclicBarrier(people);
            Callable<PartnershipId> one = () -> new TransactionTemplate(transactions).execute(status -> {
                await(together);
                return service.propose(PROPOSAL, many, "manyFocal");
            });
            Set<String> numbers = new HashSet<>();
            for (var proposal : crowd.invokeAll(Collections.nCopies(people, one))) {
                numbers.add(proposal.get().value());
            }
            assertThat(numbers).containsExactlyInAnyOrder("P-2031-0001", "P-2031-0002", "P-2031-0003", "P-2031-0004", "P-2031-0005",
                    "P-2031-0006", "P-2031-0007", "P-2031-0008");
            refused("Organisation Late is not verified yet, or its registration has expired. It can propose a partnership as soon as "
                    + "the coordinator has verified it.", () -> service.propose(PROPOSAL, unverified, "lateFocal"));
            assertThat(service.propose(PROPOSAL, many, "manyFocal")).hasToString("P-2031-0009");
        } finally {
            crowd.shutdownNow();
            JdbcTestUtils.deleteFromTables(jdbc, "partnership", "held_role", "affiliation", "organisation_role", "organisation_level",
                    "organisation_area", "organisation_reference", "organisation", "area");
        }
    }

    @Test
    void who_belongs_to_no_organisation_cannot_propose() {
        refused("You belong to no organisation here. Ask the focal point of yours to invite you.",
                () -> service.propose(PROPOSAL, "stranger"));
    }

    @Test
    void an_organisation_that_is_not_verified_cannot_propose() {
        organisations.register(Registrations.of("Fao"), "coordinator");
        refused("Organisation Fao is not verified yet, or its registration has expired. It can propose a partnership as soon as the "
                + "coordinator has verified it.", () -> service.propose(PROPOSAL, "faoFocal"));
        assertThat(events.stream(PartnershipProposed.class)).isEmpty();
    }

    @Test
    void a_proposal_without_words_is_refused() {
        refused("Please give the partnership a title.", () -> new FirstProposal(" ", "x", "y"));
        refused("Please say what works and should grow.", () -> new FirstProposal("x", "", "y"));
        refused("Please say why now, and what you cannot do alone.", () -> new FirstProposal("x", "y", null));
    }

    @Test
    void an_unknown_partnership_is_not_found() {
        assertThatThrownBy(() -> service.card(new PartnershipId("P-2026-9999"))).isInstanceOf(NotFound.class)
                .hasMessageContaining("P-2026-9999");
        assertThat(service.title(new PartnershipId("P-2026-9999"))).isEmpty();
    }

    // Aims

    @Test
    void clarified_aims_are_kept_as_they_were_said() {
        verified(FAO, GOI);
        PartnershipId id = propose();
        service.clarifyAims(id, SampleAims.of("Goi"), "faoFocal");

        PartnershipCard card = service.card(id);
        assertThat(card.objectives()).containsExactly(new NumberedObjective(1, FEWER_SPRAYINGS.wording(), FEWER_SPRAYINGS.indicator(),
                FEWER_SPRAYINGS.baseline(), FEWER_SPRAYINGS.target()));
        assertThat(card.places()).containsExactly(GUNTUR, WARANGAL);
        assertThat(card.areas()).containsExactly("Guntur", "Warangal");
        assertThat(card.scaleUp()).isEqualTo(new ScaleUp(false, true, STATE, false));
        assertThat(card.horizonMonths()).isEqualTo(36);
        assertThat(card.formalContract()).isFalse();
        assertThat(card.nextLevel()).isEqualTo(STATE);
        assertThat(events.stream(AimsClarified.class)).containsExactly(new AimsClarified(id, FAO, GOI, false, "faoFocal"));
    }

    // The lead

    @Test
    void who_is_named_by_others_leads_once_it_has_agreed() {
        verified(FAO, GOI);
        PartnershipId id = propose();
        service.clarifyAims(id, SampleAims.of("Goi"), "faoFocal");
        assertThat(service.card(id).lead()).as("nobody calls it the lead yet").isNull();
        assertThat(service.conveners(id)).containsExactly(FAO);
        assertThat(leadership.named(id)).contains(GOI);
        assertThat(leadership.isMissing(id)).isTrue();
        refused("Nobody leads this partnership yet: who was named has to agree first.",
                () -> service.determineNeededRoles(id, List.of(rule("expert", "local", "anywhere", "Why."))));

        assertThat(leadership.answer(id, true, null, "goiFocal")).isEqualTo(GOI);
        assertThat(service.card(id).lead()).isEqualTo(GOI);
        assertThat(service.presentLead(id)).contains(GOI);
        assertThat(service.conveners(id)).containsExactly(FAO, GOI);
        assertThat(consents(id)).containsExactly("Goi true goiFocal");
        refused("Nobody is asked to lead this partnership any more.", () -> leadership.answer(id, true, null, "goiFocal"));
    }

    @Test
    void who_declines_to_lead_says_why_and_another_is_named() {
        verified(FAO, GOI);
        PartnershipId id = propose();
        service.clarifyAims(id, SampleAims.of("Goi"), "faoFocal");
        refused("Please say why you do not lead: who proposed you reads it.", () -> leadership.answer(id, false, " ", "goiFocal"));
        assertThat(leadership.named(id)).contains(GOI);
        leadership.answer(id, false, "No staff this year", "goiFocal");
        assertThat(leadership.named(id)).isEmpty();
        assertThat(service.presentLead(id)).isEmpty();
        assertThat(leadership.declines(id)).containsExactly(new LeadDecline(GOI, "Organisation Goi", "No staff this year"));

        assertThat(leadership.name(id, FAO, "faoFocal")).as("its own people name it").isTrue();
        assertThat(service.presentLead(id)).contains(FAO);
        assertThat(consents(id)).containsExactly("Goi false goiFocal", "Fao true faoFocal");
    }

    @Test
    void who_leads_and_leaves_before_the_agreement_is_missed_at_once() {
        PartnershipId id = seatedPartners();
        service.leave(id, FAO, "No staff this year", "faoFocal");
        assertThat(events.stream(LeadGone.class)).containsExactly(new LeadGone(id, FAO, false, List.of(CICR, GOI)));
        assertThat(service.presentLead(id)).isEmpty();
        assertThat(leadership.isMissing(id)).isTrue();

        leadership.name(id, GOI, "somebody");
        service.leave(id, GOI, "No money", "goiFocal");
        assertThat(leadership.named(id)).as("who is gone is not asked").isEmpty();
        leadership.keepAmongPartners(id);
        assertThat(events.stream(LeadGone.class)).as("told once").hasSize(1);
    }

    @Test
    void another_partner_that_leaves_changes_nothing_for_the_lead() {
        PartnershipId id = seatedPartners();
        service.leave(id, GOI, "No money", "goiFocal");
        assertThat(service.presentLead(id)).contains(FAO);
        assertThat(events.stream(LeadGone.class)).isEmpty();
    }

    /** Three full partners; the first one leads. */
    private PartnershipId seatedPartners() {
        verified(FAO, CICR, GOI);
        PartnershipId id = propose();
        service.clarifyAims(id, SampleAims.of("Fao"), "faoFocal");
        service.determineNeededRoles(id, List.of(rule("expert", "local", "anywhere", "Why.")));
        List.of(FAO, CICR, GOI).forEach(one -> service.admit(id, one, Standing.PARTNER, List.of(STATE_EXPERT)));
        return id;
    }

    private List<String> consents(PartnershipId id) {
        return jdbc.sql("select organisation, accepted, answered_by from lead_consent where partnership = ? order by nr")
                .param(id.value()).query((row, nr) -> row.getString(1) + " " + row.getBoolean(2) + " " + row.getString(3)).list();
    }

    @Test
    void a_proposer_that_leads_is_one_convener() {
        verified(FAO);
        PartnershipId id = propose();
        service.clarifyAims(id, SampleAims.of("Fao"), "faoFocal");
        assertThat(service.conveners(id)).containsExactly(FAO);
    }

    @Test
    void aims_are_clarified_once() {
        verified(FAO);
        PartnershipId id = propose();
        service.clarifyAims(id, SampleAims.of("Fao"), "faoFocal");
        refused("The aims of this partnership are clarified already. They can change only by an amendment that all agree on.",
                () -> service.clarifyAims(id, SampleAims.of("Fao"), "faoFocal"));
    }

    @Test
    void only_a_verified_organisation_leads() {
        verified(FAO);
        organisations.register(Registrations.of("Goi"), "coordinator");
        PartnershipId id = propose();
        refused("Organisation Goi is not verified, so it cannot lead. Please choose another organisation.",
                () -> service.clarifyAims(id, SampleAims.of("Goi"), "faoFocal"));
        assertThat(service.card(id).purpose()).isNull();
    }

    @Test
    void one_area_spelled_in_two_ways_is_refused() {
        verified(FAO);
        PartnershipId id = propose();
        Aims aims = SampleAims.of("Fao", new ScaleUp(true, false, null, false), List.of(GUNTUR, new Place("Guntur.", LOCAL, true)));
        refused("The area “Guntur.” stands there twice, spelled differently. Please keep one of them.",
                () -> service.clarifyAims(id, aims, "faoFocal"));
    }

    // Roles

    @Test
    void a_role_for_each_new_area_is_needed_there_and_nowhere_else() {
        PartnershipId id = withAims();
        service.determineNeededRoles(id, List.of(rule("implementer", "local", "each area", "Work."),
                rule("expert", "local", "each new area", "Adapt."),
                rule("resourceProvider", "national", "anywhere", "Funds.")));
        assertThat(service.neededRoles(id)).extracting(NeededRole::inWords).containsExactly("Implementer, local, Guntur",
                "Implementer, local, Warangal", "Expert, local, Warangal", "Resource provider, national");
        assertThat(service.card(id).phase()).isEqualTo(Phase.SELECTING);
    }

    @Test
    void rules_that_ask_for_the_same_become_one_need_with_both_reasons() {
        PartnershipId id = withAims();
        service.determineNeededRoles(id, List.of(rule("implementer", "local", "each area", "Someone must do it."),
                rule("implementer", "local", "each new area", "The first one has no mandate there."),
                new RoleRule("expert", "national", "anywhere", "Entomology", "New challenge."),
                rule("expert", "national", "anywhere", "New challenge.")));
        assertThat(service.neededRoles(id)).extracting(NeededRole::area, NeededRole::expertise, NeededRole::reason).containsExactly(
                tuple("Guntur", null, "Someone must do it."),
                tuple("Warangal", null, "Someone must do it. The first one has no mandate there."),
                tuple(null, "Entomology", "New challenge."));
    }

    @Test
    void roles_follow_from_aims_and_are_determined_once() {
        verified(FAO);
        PartnershipId id = propose();
        List<RoleRule> rules = List.of(rule("expert", "local", "anywhere", "Why."));
        refused("The needed roles follow from the aims, and these are not clarified yet.", () -> service.determineNeededRoles(id, rules));
        service.clarifyAims(id, SampleAims.of("Fao"), "faoFocal");
        service.determineNeededRoles(id, rules);
        refused("The roles this partnership needs are determined already.", () -> service.determineNeededRoles(id, rules));
    }

    @Test
    void a_decision_that_asks_for_nobody_or_for_nowhere_is_found_at_once() {
        PartnershipId id = withAims();
        refused("The decision about needed roles asks for nobody. A process designer has to mend it.",
                () -> service.determineNeededRoles(id, List.of()));
        assertThatThrownBy(() -> service.determineNeededRoles(id, List.of(rule("expert", "local", "on the moon", "Why."))))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("on the moon");
    }

    @Test
    void a_needed_role_is_waived_once_and_with_a_reason() {
        PartnershipId id = selecting();
        NeededRole needed = service.neededRoles(id).get(0);
        refused("Please say why the partnership can do without “Expert, local, Warangal”: the reason is printed in the agreement.",
                () -> service.waive(id, needed.id(), " ", "coord"));
        service.waive(id, needed.id(), "Cicr visits monthly", "coord");
        assertThat(service.neededRoles(id).get(0).waiver()).isEqualTo("Cicr visits monthly");
        assertThat(service.gaps(id)).extracting(NeededRole::inWords).containsExactly("Expert, state");
        refused("“Expert, local, Warangal” was waived already: Cicr visits monthly",
                () -> service.waive(id, needed.id(), "Again", "coord"));
    }

    @Test
    void a_role_of_another_partnership_is_not_found() {
        PartnershipId id = selecting();
        assertThatThrownBy(() -> service.waive(id, UUID.randomUUID(), "Why", "coord")).isInstanceOf(NotFound.class);
    }

    // Members

    @Test
    void a_member_holds_its_seats_from_today_on() {
        PartnershipId id = selecting();
        verified(CICR);
        service.admit(id, CICR, Standing.PARTNER, List.of(LOCAL_EXPERT, STATE_EXPERT));
        LocalDate today = LocalDate.of(2026, 3, 1);
        assertThat(service.members(id)).containsExactly(new Member(CICR, Standing.PARTNER, today));
        assertThat(service.seats(id)).containsExactly(new HeldSeat(CICR, LOCAL_EXPERT, today, null),
                new HeldSeat(CICR, STATE_EXPERT, today, null));
        assertThat(service.gaps(id)).as("the registry knows it in Guntur only").extracting(NeededRole::inWords)
                .containsExactly("Expert, local, Warangal");
    }

    @Test
    void a_seat_counts_where_the_registry_knows_its_holder_or_it_is_said_how_it_belongs_there() {
        PartnershipId id = selecting();
        verified(CICR);
        SeatIn inGuntur = new SeatIn(EXPERT, LOCAL, "Guntur", null);
        SeatIn inWarangal = LOCAL_EXPERT.takenBy(organisations.card(CICR), "Its station is there");
        assertThat(inGuntur.takenBy(organisations.card(CICR), "Its station is there")).as("it need not be said").isEqualTo(inGuntur);
        service.admit(id, CICR, Standing.PARTNER, List.of(inWarangal));
        assertThat(service.gaps(id)).extracting(NeededRole::inWords).containsExactly("Expert, state");
        Coverage coverage = service.coverage(id);
        assertThat(coverage.takers(service.neededRoles(id).get(0))).extracting(Coverage.Taker::inWords)
                .containsExactly("Organisation Cicr (how it belongs there: Its station is there)");
        assertThat(coverage.hasLocalPartner(SampleAims.WARANGAL)).isTrue();
        assertThat(coverage.hasLocalPartner(SampleAims.GUNTUR)).as("it has no seat there").isFalse();
        assertThat(coverage.isAtHome(CICR, SampleAims.GUNTUR)).as("but is known there").isTrue();
        assertThat(new Coverage(Map.of(CICR, List.of(LOCAL_EXPERT)), coverage.registry()).hasLocalPartner(SampleAims.WARANGAL))
                .as("nobody said how it belongs there").isFalse();
    }

    @Test
    void an_organisation_is_a_member_once() {
        PartnershipId id = selecting();
        service.admit(id, FAO, Standing.PARTNER, List.of(LOCAL_EXPERT));
        refused("Fao is a member of this partnership already.", () -> service.admit(id, FAO, Standing.PARTNER, List.of(STATE_EXPERT)));
    }

    @Test
    void a_member_needs_a_seat_and_only_an_ally_sits_as_ally() {
        PartnershipId id = selecting();
        refused("Fao needs at least one seat: in which role does it take part?", () -> service.admit(id, FAO, Standing.PARTNER, List.of()));
        refused("An ally sits in the role of ally and in no other, and a partner in any other role.",
                () -> service.admit(id, FAO, Standing.ALLY, List.of(LOCAL_EXPERT)));
        refused("An ally sits in the role of ally and in no other, and a partner in any other role.",
                () -> service.admit(id, FAO, Standing.PARTNER, List.of(new SeatIn(ALLY, STATE, null, null))));
        refused("Fao would have the same seat twice.", () -> service.admit(id, FAO, Standing.PARTNER, List.of(LOCAL_EXPERT, LOCAL_EXPERT)));
        refused("“Delhi” is no area of this partnership.",
                () -> service.admit(id, FAO, Standing.PARTNER, List.of(new SeatIn(EXPERT, LOCAL, "Delhi", null))));
        service.admit(id, FAO, Standing.ALLY, List.of(new SeatIn(ALLY, STATE, null, null)));
    }

    @Test
    void nobody_is_admitted_before_the_aims_are_clear() {
        verified(FAO);
        PartnershipId id = propose();
        refused("The aims come first: please clarify them before members are admitted.",
                () -> service.admit(id, FAO, Standing.PARTNER, List.of(STATE_EXPERT)));
    }

    @Test
    void a_seat_meets_a_need_of_its_role_level_and_area() {
        NeededRole needed = new NeededRole(UUID.randomUUID(), EXPERT, LOCAL, "Warangal", null, "Why.", null);
        assertThat(needed.isMetBy(LOCAL_EXPERT)).isTrue();
        assertThat(needed.isMetBy(new SeatIn(EXPERT, LOCAL, "Guntur", null))).isFalse();
        assertThat(needed.isMetBy(new SeatIn(EXPERT, LOCAL, null, null))).isFalse();
        assertThat(needed.isMetBy(new SeatIn(IMPLEMENTER, LOCAL, "Warangal", null))).isFalse();
        assertThat(new NeededRole(UUID.randomUUID(), EXPERT, LOCAL, null, null, "Why.", null).isMetBy(LOCAL_EXPERT)).isTrue();
    }

    // Connections

    @Test
    void a_connection_is_one_from_whichever_side_it_is_told() {
        PartnershipId id = withTwoPartners();
        service.connect(id, List.of(new Link(FAO, CICR, "Adapting the training", LOCAL)));
        assertThat(service.links(id)).containsExactly(new Link(CICR, FAO, "Adapting the training", LOCAL));
        refused("Cicr and Fao are connected at local level already. Please say in one line all that this connection is about.",
                () -> service.connect(id, List.of(new Link(CICR, FAO, "Funds", LOCAL))));
        service.connect(id, List.of(new Link(CICR, FAO, "Policy", NATIONAL)));
        assertThat(service.links(id)).hasSize(2);
    }

    @Test
    void connections_are_between_two_members_and_about_something() {
        PartnershipId id = withTwoPartners();
        refused("An organisation cannot be connected with itself. Please choose two different ones.",
                () -> service.connect(id, List.of(new Link(FAO, FAO, "x", LOCAL))));
        refused("Please say what each connection is about.", () -> service.connect(id, List.of(new Link(FAO, CICR, " ", LOCAL))));
        refused("Goi is no member of this partnership. Connections are between members.",
                () -> service.connect(id, List.of(new Link(FAO, GOI, "x", LOCAL))));
    }

    @Test
    void when_one_connection_is_refused_none_is_kept() {
        PartnershipId id = withTwoPartners();
        refused("Goi is no member of this partnership. Connections are between members.",
                () -> service.connect(id, List.of(new Link(FAO, CICR, "x", LOCAL), new Link(FAO, GOI, "x", LOCAL))));
        assertThat(service.links(id)).isEmpty();
    }

    // Phases

    @Test
    void who_leaves_gives_a_reason_and_holds_no_seat_and_no_connection_any_more() {
        PartnershipId id = withTwoPartners();
        service.connect(id, List.of(new Link(FAO, CICR, "Adapting the training", LOCAL)));
        refused("Please say why: all other partners will read it.", () -> service.leave(id, CICR, " ", "cicrFocal"));
        refused("Goi is no member of this partnership.", () -> service.leave(id, GOI, "No money", "goiFocal"));
        service.leave(id, CICR, "No staff this year", "cicrFocal");
        assertThat(service.members(id)).extracting(Member::organisation).containsExactly(FAO);
        assertThat(service.seats(id)).extracting(HeldSeat::organisation).containsOnly(FAO);
        assertThat(service.links(id)).isEmpty();
        assertThat(events.stream(PartnerLeft.class)).containsExactly(new PartnerLeft(id, CICR));
        service.admit(id, CICR, Standing.PARTNER, List.of(LOCAL_EXPERT));
        assertThat(service.members(id)).as("it may come back").hasSize(2);
    }

    @Test
    void a_phase_only_goes_forward() {
        PartnershipId id = withTwoPartners();
        service.enter(id, Phase.NEGOTIATING);
        refused("This partnership cannot go back: it stands at “Negotiating”, and “Choosing the partners” does not come after that.",
                () -> service.enter(id, Phase.SELECTING));
        refused("This partnership cannot go back: it stands at “Negotiating”, and “Negotiating” does not come after that.",
                () -> service.enter(id, Phase.NEGOTIATING));
        service.enter(id, Phase.SIGNING);
        assertThat(service.card(id).phase()).isEqualTo(Phase.SIGNING);
    }

    @Test
    void after_selection_a_partnership_has_two_full_partners() {
        PartnershipId id = selecting();
        service.admit(id, FAO, Standing.PARTNER, List.of(LOCAL_EXPERT));
        verified(CICR);
        service.admit(id, CICR, Standing.ALLY, List.of(new SeatIn(ALLY, STATE, null, null)));
        refused("A partnership has at least two partners. Please choose another one first.", () -> service.enter(id, Phase.NEGOTIATING));
    }

    @Test
    void without_aims_nothing_is_negotiated() {
        verified(FAO);
        PartnershipId id = propose();
        refused("The aims come first: please clarify them.", () -> service.enter(id, Phase.NEGOTIATING));
        refused("Partners are looked for once the needed roles are determined.", () -> service.enter(id, Phase.SELECTING));
    }

    @Test
    void no_common_ground_ends_it_with_a_reason_that_is_told() {
        PartnershipId id = selecting();
        refused("Please say why there is no common ground: everybody who was asked will read it.",
                () -> service.endWithoutCommonGround(id, "", "coord"));
        service.endWithoutCommonGround(id, "Nobody may work in Warangal", "coord");
        assertThat(service.card(id).phase()).isEqualTo(Phase.ENDED);
        assertThat(service.card(id).outcome()).isEqualTo("Nobody may work in Warangal");
        assertThat(events.stream(NoCommonGroundFound.class))
                .containsExactly(new NoCommonGroundFound(id, FAO, "Nobody may work in Warangal", "coord"));
        refused("This partnership has ended already.", () -> service.endWithoutCommonGround(id, "Again", "coord"));
        refused("This partnership has ended. Nothing can change in it any more.",
                () -> service.admit(id, FAO, Standing.PARTNER, List.of(LOCAL_EXPERT)));
    }

    @Test
    void what_is_in_force_does_not_end_for_want_of_common_ground() {
        PartnershipId id = withTwoPartners();
        service.enter(id, Phase.IN_FORCE);
        refused("This partnership is in force. It ends by a closure that all agree on.",
                () -> service.endWithoutCommonGround(id, "Why", "coord"));
    }

    private PartnershipId propose() {
        return service.propose(PROPOSAL, FAO, "faoFocal");
    }

    private PartnershipId withAims() {
        verified(FAO);
        PartnershipId id = propose();
        service.clarifyAims(id, SampleAims.of("Fao"), "faoFocal");
        return id;
    }

    private PartnershipId selecting() {
        PartnershipId id = withAims();
        service.determineNeededRoles(id, List.of(rule("expert", "local", "each new area", "Adapt."),
                rule("expert", "state", "anywhere", "Know.")));
        return id;
    }

    private PartnershipId withTwoPartners() {
        PartnershipId id = selecting();
        verified(CICR);
        service.admit(id, FAO, Standing.PARTNER, List.of(LOCAL_EXPERT));
        service.admit(id, CICR, Standing.PARTNER, List.of(STATE_EXPERT));
        return id;
    }

    private void verified(OrganisationId... ids) {
        ladder.verified(List.of(ids));
    }

    private static RoleRule rule(String role, String level, String place, String reason) {
        return new RoleRule(role, level, place, null, reason);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception exception) {
            throw new IllegalStateException(exception);
        }
    }
}
