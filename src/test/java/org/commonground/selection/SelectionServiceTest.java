package org.commonground.selection;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.candidate.PartnerFit.COORDINATOR_DECIDES;
import static org.commonground.candidate.PartnerFit.DECLINE;
import static org.commonground.candidate.PartnerFit.INCLUDE;
import static org.commonground.candidate.PartnerFit.OBSERVE_AS_ALLY;
import static org.commonground.candidate.PartnerFit.STRENGTHEN_FIRST;
import static org.commonground.stage.Refusals.refused;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.CandidateState;
import org.commonground.candidate.Dimension;
import org.commonground.candidate.Doubt;
import org.commonground.candidate.Expectation;
import org.commonground.candidate.Fit;
import org.commonground.candidate.InvitationDeclined;
import org.commonground.candidate.PartnerFit;
import org.commonground.candidate.Profile;
import org.commonground.candidate.SampleProfiles;
import org.commonground.candidate.Search;
import org.commonground.candidate.Statement;
import org.commonground.foundation.Level;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.organisation.FlagLevel;
import org.commonground.organisation.FlagRaised;
import org.commonground.organisation.FlagService;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.Country;
import org.commonground.organisation.OrganisationKind;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registration;
import org.commonground.organisation.Registrations;
import org.commonground.partnership.FirstProposal;
import org.commonground.partnership.Leadership;
import org.commonground.partnership.HeldSeat;
import org.commonground.partnership.Link;
import org.commonground.partnership.Member;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.RoleRule;
import org.commonground.partnership.SampleAims;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;

/** What a selection promises. The work is known in Guntur and new in Warangal; Fao proposed, Goi leads. */
@DomainTest
class SelectionServiceTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId CICR = new OrganisationId("Cicr");
    private static final OrganisationId NGO = new OrganisationId("Ngo");
    private static final OrganisationId SHOP = new OrganisationId("Shop");
    private static final String COORDINATOR = "coordinator";

    @Autowired
    Ladder ladder;
    @Autowired
    SelectionService service;
    @Autowired
    CandidateService candidates;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    Leadership leadership;
    @Autowired
    OrganisationService organisations;
    @Autowired
    FlagService flags;
    @Autowired
    ApplicationEvents events;
    @Autowired
    JdbcClient jdbc;

    private PartnershipId id;
    private NeededRole localExpert;
    private NeededRole implementer;

    @BeforeEach
    void partners_are_looked_for() {
        verified(FAO, GOI, NGO, SHOP);
        registered("Cicr", Set.of(Role.EXPERT, Role.IMPLEMENTER), Set.of(Level.STATE, Level.LOCAL), "Warangal");
        id = proposed("Goi");
        localExpert = needed("Expert, local, Warangal");
        implementer = needed("Implementer, state");
    }

    // Nominating

    @Test
    void those_who_bring_the_others_together_are_candidates_like_all_others() {
        assertThat(candidates.candidates(founding())).extracting(Candidate::organisation, Candidate::convener, Candidate::state)
                .containsExactly(tuple(FAO, true, CandidateState.ACCEPTED), tuple(GOI, true, CandidateState.ACCEPTED));
        service.openSearch(founding(), SearchPurpose.FOUNDING);
        assertThat(candidates.silentConveners(founding())).containsExactlyInAnyOrder("Fao", "Goi");
    }

    @Test
    void a_proposer_that_leads_is_nominated_once() {
        PartnershipId alone = proposed("Fao");
        assertThat(candidates.silentConveners(Search.founding(alone))).containsExactly("Fao");
        refused("A partnership needs at least two candidates. Please nominate another organisation.",
                () -> service.nominate(Search.founding(alone), List.of(asked(FAO, needed(alone, "Implementer, state"))), COORDINATOR));
    }

    @Test
    void the_roles_of_the_conveners_are_named_by_the_coordinator() {
        refused("Organisation Goi brings this partnership together. Please also name its role.",
                () -> service.nominate(founding(), List.of(asked(FAO, implementer)), COORDINATOR));
        nominated();
        assertThat(candidates.candidate(founding(), GOI).askedInWords()).isEqualTo("Decision maker, state");
        refused("Organisation Goi is a candidate already.",
                () -> service.nominate(founding(), List.of(asked(GOI, implementer)), COORDINATOR));
    }

    @Test
    void an_organisation_asked_for_several_roles_is_one_candidate() {
        nominated(new Nominee(CICR, Set.of(localExpert.id(), implementer.id()), Set.of(Role.ALLY), "You trained the first schools"));
        Candidate cicr = candidates.candidate(founding(), CICR);
        assertThat(cicr.askedInWords()).isEqualTo("Expert, local, Warangal; Implementer, state; Ally, state");
        assertThat(cicr.why()).isEqualTo("You trained the first schools");
        assertThat(cicr.state()).isEqualTo(CandidateState.INVITED);
    }

    @Test
    void nobody_is_nominated_twice() {
        refused("Organisation Cicr stands there twice. Please name it once, with all the roles it is asked for.",
                () -> nominated(asked(CICR, localExpert), asked(CICR, implementer)));
        nominated(asked(CICR, localExpert));
        refused("Organisation Cicr is a candidate already.",
                () -> service.nominate(founding(), List.of(asked(CICR, implementer)), COORDINATOR));
        assertThatThrownBy(() -> jdbc.sql("insert into nomination select ?, selection, organisation, convener, why, remark, nominated_by,"
                + " nominated_at from nomination where organisation = 'Cicr'").param(UUID.randomUUID()).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void an_organisation_that_is_not_verified_is_refused() {
        organisations.register(Registrations.of("Late"), COORDINATOR);
        refused("Late is not verified in the registry, so it cannot be nominated yet.",
                () -> nominated(asked(new OrganisationId("Late"), implementer)));
        refused("Nobody1 is not verified in the registry, so it cannot be nominated yet.",
                () -> nominated(asked(new OrganisationId("Nobody1"), implementer)));
        assertThat(candidates.candidates(founding())).hasSize(2);
    }

    @Test
    void a_nomination_says_for_which_role() {
        refused("Please say for which role Organisation Cicr is asked.", () -> nominated(new Nominee(CICR, Set.of(), Set.of(), null)));
        refused("The needed roles have changed. Please open the form again.",
                () -> nominated(new Nominee(CICR, Set.of(UUID.randomUUID()), Set.of(), null)));
    }

    @Test
    void those_who_work_in_the_role_at_the_level_and_in_the_area_are_suggested_first() {
        registered("Aaa", Role.EXPERT, Level.NATIONAL, "Delhi");
        registered("Bbb", Role.EXPERT, Level.NATIONAL, "Warangal");
        registered("Ccc", Role.EXPERT, Level.LOCAL, "Guntur");
        registered("Ddd", Role.EXPERT, Level.LOCAL, "Warangal");
        registered("Eee", Role.ALLY, Level.LOCAL, "Warangal");
        SoughtRole sought = service.soughtRoles(founding()).stream().filter(role -> role.needed().equals(localExpert)).findFirst()
                .orElseThrow();
        assertThat(sought.suggested()).extracting(OrganisationCard::id).extracting(OrganisationId::code)
                .containsSubsequence("Ddd", "Ccc", "Bbb", "Aaa").doesNotContain("Eee").contains("Fao");
        assertThat(sought.nominated()).isEmpty();
        nominated(asked(CICR, localExpert));
        sought = service.soughtRoles(founding()).stream().filter(role -> role.needed().equals(localExpert)).findFirst().orElseThrow();
        assertThat(sought.nominated()).containsExactly("Organisation Cicr");
        assertThat(sought.suggested()).extracting(OrganisationCard::id).doesNotContain(CICR, FAO);
    }

    // What a candidate says

    @Test
    void an_invitation_is_answered_once() {
        nominated(asked(CICR, localExpert), asked(NGO, implementer));
        candidates.answerInvitation(founding(), CICR, true, null, "cicrFocal");
        refused("This invitation is answered already, or no longer open.",
                () -> candidates.answerInvitation(founding(), CICR, false, "Changed our mind", "cicrFocal"));
        refused("Please say why you decline, so that the others understand.",
                () -> candidates.answerInvitation(founding(), NGO, false, " ", "ngoFocal"));
        candidates.answerInvitation(founding(), NGO, false, "No time this year", "ngoFocal");
        assertThat(candidates.candidate(founding(), NGO)).extracting(Candidate::state, Candidate::remark)
                .containsExactly(CandidateState.DECLINED, "No time this year");
        assertThat(events.stream(InvitationDeclined.class)).containsExactly(new InvitationDeclined(id, NGO, "No time this year"));
    }

    @Test
    void a_profile_is_stated_after_the_invitation_was_accepted_and_the_last_one_counts_until_it_is_assessed() {
        nominated(asked(CICR, localExpert));
        refused("A profile is stated after the invitation was accepted.",
                () -> candidates.recordProfile(founding(), CICR, SampleProfiles.of("Cicr"), "cicrFocal"));
        candidates.answerInvitation(founding(), CICR, true, null, "cicrFocal");
        candidates.recordProfile(founding(), CICR, SampleProfiles.of("Cicr", 2), "cicrFocal");
        assertThat(candidates.candidate(founding(), CICR).profile()).isEqualTo(SampleProfiles.of("Cicr", 2));
        assertThat(candidates.candidate(founding(), CICR).profileChangedOn()).isNull();
        candidates.recordProfile(founding(), CICR, SampleProfiles.of("Other", 3), "cicrFocal");
        assertThat(candidates.candidate(founding(), CICR).profile()).isEqualTo(SampleProfiles.of("Other", 3));
        assertThat(candidates.candidate(founding(), CICR).profileChangedOn()).isNotNull();
        assertThat(candidates.profile(id, CICR)).get().isEqualTo(SampleProfiles.of("Other", 3));
        candidates.assess(founding(), CICR, SampleProfiles.rated(3), null, COORDINATOR);
        refused("The round has closed; your earlier answer stands.",
                () -> candidates.recordProfile(founding(), CICR, SampleProfiles.of("Cicr"), "cicrFocal"));
    }

    @Test
    void a_profile_speaks_of_all_seven_dimensions_and_goes_both_ways() {
        refused("Please say something about “Existing capacity”.",
                () -> new Profile(SampleProfiles.statements("x").subList(0, 6), "a", "b", null, null));
        refused("Please say something about “Mandate”.", () -> new Statement(Dimension.MANDATE, " ", 3));
        refused("Please rate “Mandate” from 1 (weak) to 5 (strong).", () -> new Statement(Dimension.MANDATE, "We may", 6));
        refused("Please rate “Mandate” from 1 (weak) to 5 (strong).", () -> new Statement(Dimension.MANDATE, "We may", null));
        refused("Please say in a sentence why these profiles fit yours so well or badly.",
                () -> new Profile(SampleProfiles.statements("x"), "a", "b", 3, ""));
        refused("Please say what you expect of the others.", () -> new Profile(SampleProfiles.statements("x"), null, "b", null, null));
        assertThat(SampleProfiles.of("x", null).convenersFit()).isNull();
    }

    @Test
    void who_was_not_nominated_says_nothing() {
        nominated(asked(CICR, localExpert));
        assertThatThrownBy(() -> candidates.answerInvitation(founding(), NGO, true, null, "ngoFocal")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> candidates.recordProfile(founding(), NGO, SampleProfiles.of("Ngo"), "ngoFocal"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> candidates.candidate(Search.founding(new PartnershipId("P-2026-9999")), NGO)).isInstanceOf(NotFound.class);
    }

    // What the coordinator makes of it

    @Test
    void a_candidate_is_assessed_after_it_spoke_and_rated_after_that() {
        nominated(asked(CICR, localExpert));
        candidates.answerInvitation(founding(), CICR, true, null, "cicrFocal");
        refused("A candidate is assessed once, after it stated its profile.",
                () -> candidates.assess(founding(), CICR, SampleProfiles.rated(4), null, COORDINATOR));
        candidates.recordProfile(founding(), CICR, SampleProfiles.of("Cicr"), "cicrFocal");
        refused("The fit is rated once, after the assessment.", () -> candidates.rate(founding(), CICR, INCLUDE, "Fits"));
        String own = "You belong to Organisation Cicr, whom this is about. Nobody decides in a case of their own: please leave it to "
                + "somebody else.";
        refused(own, () -> candidates.assess(founding(), CICR, SampleProfiles.rated(5), null, "cicrFocal"));
        refused(own, () -> candidates.judge(founding(), CICR, INCLUDE, "It is ours", "cicrFocal"));
        refused(own, () -> candidates.goOnWithout(founding(), CICR, "We are busy", "cicrFocal"));
        candidates.assess(founding(), CICR, SampleProfiles.rated(2), null, COORDINATOR);
        assertThat(candidates.candidate(founding(), CICR).assessment()).isEqualTo(SampleProfiles.rated(2));
        assertThat(candidates.candidate(founding(), CICR).assessment().weak())
                .isEqualTo("mandate, role, interests, approach, motivation, expectations, existing capacity");
        candidates.rate(founding(), CICR, COORDINATOR_DECIDES, "Some dimensions are weak.");
        assertThat(candidates.candidate(founding(), CICR).isThere()).isTrue();
        assertThat(SampleProfiles.rated(3).weak()).isNull();
    }

    @Test
    void a_doubt_goes_to_the_registry() {
        nominated();
        candidates.recordProfile(founding(), FAO, SampleProfiles.of("Fao"), "faoFocal");
        refused("Please say what the doubt is: it is looked into before anything is decided.", () -> new Doubt(FlagLevel.YELLOW, " "));
        candidates.assess(founding(), FAO, SampleProfiles.rated(4), new Doubt(FlagLevel.YELLOW, "Its accounts are late"), COORDINATOR);
        assertThat(events.stream(FlagRaised.class)).singleElement().satisfies(fact -> {
            assertThat(flags.flag(fact.flag()).reason()).isEqualTo("Its accounts are late");
            assertThat(flags.flag(fact.flag()).about()).isEqualTo(id);
        });
    }

    @Test
    void the_coordinator_judges_what_the_table_leaves_open_and_nothing_else() {
        nominated(asked(CICR, localExpert), asked(NGO, implementer));
        rated(CICR, COORDINATOR_DECIDES);
        rated(NGO, INCLUDE);
        refused("The table leaves it to you: please choose one of the four.",
                () -> candidates.judge(founding(), CICR, COORDINATOR_DECIDES, "Hm", COORDINATOR));
        refused("Please say why: the sentence stands beside the fit when partners are selected.",
                () -> candidates.judge(founding(), CICR, INCLUDE, "", COORDINATOR));
        refused("Nothing is left open about this candidate.", () -> candidates.judge(founding(), NGO, DECLINE, "No", COORDINATOR));
        candidates.judge(founding(), CICR, STRENGTHEN_FIRST, "It learns fast", COORDINATOR);
        assertThat(candidates.candidate(founding(), CICR).fit())
                .isEqualTo(new Fit(COORDINATOR_DECIDES, "By the table", STRENGTHEN_FIRST, "It learns fast"));
        assertThat(candidates.candidate(founding(), CICR).fit().recommended()).isEqualTo(STRENGTHEN_FIRST);
        refused("Nothing is left open about this candidate.", () -> candidates.judge(founding(), CICR, DECLINE, "No", COORDINATOR));
    }

    @Test
    void the_search_goes_on_without_who_is_silent_and_says_why() {
        nominated(asked(CICR, localExpert), asked(NGO, implementer));
        refused("Please say why you go on without it: the organisation will read it.",
                () -> candidates.goOnWithout(founding(), CICR, null, COORDINATOR));
        candidates.goOnWithout(founding(), CICR, "Three calls, no answer", COORDINATOR);
        assertThat(candidates.openCandidates(founding())).containsExactlyInAnyOrder("Fao", "Goi", "Ngo");
        assertThat(candidates.candidate(founding(), CICR).remark()).isEqualTo("Three calls, no answer");
        refused("This organisation has answered meanwhile. Please open the task list again.",
                () -> candidates.goOnWithout(founding(), CICR, "Again", COORDINATOR));
        assertThat(events.stream(CandidateDeclined.class)).isEmpty();
    }

    @Test
    void the_common_ground_found_last_counts() {
        nominated();
        assertThat(service.commonGround(founding())).isEmpty();
        refused("Please say where they clash; “nowhere” is an answer.", () -> new CommonGround("Healthy cotton", "", "Talk"));
        service.recordCommonGround(founding(), new CommonGround("Healthy cotton", "Pace", "Start small"), COORDINATOR);
        service.recordCommonGround(founding(), new CommonGround("Healthy farmers", "Pace", "Start small"), COORDINATOR);
        assertThat(service.commonGround(founding())).contains(new CommonGround("Healthy farmers", "Pace", "Start small"));
    }

    @Test
    void when_more_candidates_are_looked_for_only_the_new_ones_are_asked() {
        allRated();
        assertThat(candidates.openCandidates(founding())).isEmpty();
        service.nominate(founding(), List.of(asked(SHOP, implementer)), COORDINATOR);
        assertThat(candidates.openCandidates(founding())).containsExactly("Shop");
        assertThat(candidates.silentConveners(founding())).isEmpty();
        assertThat(candidates.candidate(founding(), CICR).profile()).isEqualTo(SampleProfiles.of("Cicr"));
        service.nominate(founding(), List.of(), COORDINATOR);
    }

    // Choosing

    @Test
    void chosen_partners_are_seated_in_the_roles_they_were_asked_for() {
        allRated();
        service.choose(founding(), includeAll(), Map.of(), COORDINATOR);
        service.seatPartners(id);
        service.seatPartners(id);
        assertThat(partnerships.members(id)).extracting(Member::organisation, Member::standing).containsExactlyInAnyOrder(
                tuple(FAO, Standing.PARTNER), tuple(GOI, Standing.PARTNER), tuple(CICR, Standing.PARTNER), tuple(NGO, Standing.PARTNER));
        assertThat(partnerships.seats(id)).filteredOn(seat -> seat.organisation().equals(CICR)).extracting(HeldSeat::seat)
                .extracting(SeatIn::inWords).containsExactly("Expert, local, Warangal");
        assertThat(partnerships.gaps(id)).isEmpty();
    }

    @Test
    void what_is_missing_is_named() {
        allRated();
        refused("Still missing: Implementer, state. Choose a candidate for it, look for more candidates, or go on without it and say why.",
                () -> service.choose(founding(), with(NGO, DECLINE, "No mandate in that state"), Map.of(), COORDINATOR));
        assertThat(events.stream(CandidateDeclined.class)).isEmpty();
    }

    @Test
    void a_needed_role_is_waived_with_a_reason() {
        allRated();
        List<Decision> without = with(NGO, DECLINE, "No mandate in that state");
        refused("Please say why the partnership can do without “Implementer, state”: the reason is printed in the agreement.",
                () -> service.choose(founding(), without, Map.of(implementer.id(), " "), COORDINATOR));
        refused("“Expert, local, Warangal” is taken, so it needs no waiver. Please remove that line.",
                () -> service.choose(founding(), without, Map.of(implementer.id(), "Cicr does it", localExpert.id(), "x"), COORDINATOR));
        refused("The needed roles have changed. Please open the form again.",
                () -> service.choose(founding(), without, Map.of(implementer.id(), "x", UUID.randomUUID(), "x"), COORDINATOR));
        service.choose(founding(), without, Map.of(implementer.id(), "Cicr does it"), COORDINATOR);
        assertThat(needed("Implementer, state").waiver()).isEqualTo("Cicr does it");
    }

    @Test
    void new_ground_is_not_broken_without_a_local_partner_whatever_is_waived() {
        allRated();
        refused("Still missing: a local partner in Warangal. The work is new there, and somebody local must adapt it: choose one, or "
                + "look for more candidates.", () -> service.choose(founding(), with(CICR, DECLINE, "Too far away"),
                Map.of(localExpert.id(), "We fly somebody in"), COORDINATOR));
    }

    @Test
    void coverage_is_judged_by_the_registry_and_not_by_the_label_of_the_need() {
        OrganisationId una = new OrganisationId("Una");
        registered("Una", Set.of(Role.EXPERT), Set.of(Level.NATIONAL), "India");
        id = proposed("Fao", new RoleRule("expert", "local", "each new area", null, "Adapt it."),
                new RoleRule("implementer", "local", "each new area", null, "Do it."),
                new RoleRule("decisionMaker", "national", "anywhere", null, "Decide it."));
        service.nominate(founding(), List.of(Nominee.of(FAO, List.of("resourceProvider"), null),
                asked(una, needed("Expert, local, Warangal"), needed("Implementer, local, Warangal")),
                asked(NGO, needed("Decision maker, national"))), COORDINATOR);
        List.of(FAO, una, NGO).forEach(one -> rated(one, INCLUDE));

        refused("Still missing: Expert, local, Warangal; Implementer, local, Warangal; Decision maker, national. The registry does not know"
                + " Organisation Una as local in Warangal. The registry does not know Organisation Ngo as national. Say how it belongs"
                + " there, choose another candidate, look for more, or go on without it and say why.",
                () -> service.choose(founding(), included(una, null, null), Map.of(), COORDINATOR));
        refused("Still missing: Decision maker, national. The registry does not know Organisation Ngo as national. Say how it belongs"
                + " there, choose another candidate, look for more, or go on without it and say why.",
                () -> service.choose(founding(), included(una, "Its station is in Warangal", " "), Map.of(), COORDINATOR));
        refused("Still missing: a local partner in Warangal. The work is new there, and somebody local must adapt it: choose one, or look"
                + " for more candidates.", () -> service.choose(founding(), included(una, null, null), needs(), COORDINATOR));
        service.choose(founding(), included(una, "Its station is in Warangal", "It speaks for all NGOs"), Map.of(), COORDINATOR);
        service.seatPartners(id);

        assertThat(partnerships.gaps(id)).isEmpty();
        assertThat(partnerships.seats(id)).extracting(HeldSeat::organisation, held -> held.seat().belongs()).containsExactly(
                tuple(FAO, null), tuple(NGO, "It speaks for all NGOs"), tuple(una, "Its station is in Warangal"),
                tuple(una, "Its station is in Warangal"));
        assertThat(events.stream(CandidateSelected.class)).contains(new CandidateSelected(id, una, INCLUDE, false, null,
                "Its station is in Warangal"));
    }

    private Map<UUID, String> needs() {
        return partnerships.neededRoles(id).stream().collect(toMap(NeededRole::id, role -> "We share it"));
    }

    private List<Decision> included(OrganisationId una, String unaBelongs, String ngoBelongs) {
        return List.of(new Decision(FAO, INCLUDE, null), new Decision(una, INCLUDE, null, unaBelongs),
                new Decision(NGO, INCLUDE, null, ngoBelongs));
    }

    @Test
    void how_it_belongs_there_is_said_only_of_whom_the_registry_does_not_know_there_and_in_letters_that_can_be_printed() {
        allRated();
        List<Decision> needless = includeAll().stream().map(one -> one.organisation().equals(CICR)
                ? new Decision(CICR, INCLUDE, null, "It has always been there") : one).toList();
        refused("Organisation Cicr takes no role for which it has to be said how it belongs there. Please empty that field.",
                () -> service.choose(founding(), needless, Map.of(), COORDINATOR));
        OrganisationId una = new OrganisationId("Una");
        registered("Una", Set.of(Role.EXPERT), Set.of(Level.NATIONAL), "India");
        service.nominate(founding(), List.of(asked(una, localExpert)), COORDINATOR);
        rated(una, INCLUDE);
        refused("How Organisation Una belongs there: “中” (CJK UNIFIED IDEOGRAPHS 4E2D, U+4E2D) cannot be printed, and this will"
                + " stand in a paper that is signed. Please write it in other letters.",
                () -> service.choose(founding(), Stream.concat(includeAll().stream(),
                        Stream.of(new Decision(una, INCLUDE, null, "It grows 中 there"))).toList(), Map.of(), COORDINATOR));
    }

    @Test
    void an_ally_covers_no_needed_role() {
        allRated();
        refused("Still missing: Implementer, state. Choose a candidate for it, look for more candidates, or go on without it and say why.",
                () -> service.choose(founding(), with(NGO, OBSERVE_AS_ALLY, "Its interests lie elsewhere"), Map.of(), COORDINATOR));
    }

    @Test
    void a_partnership_has_at_least_two_full_partners() {
        nominated(asked(CICR, localExpert, implementer));
        Stream.of(FAO, GOI, CICR).forEach(one -> rated(one, INCLUDE));
        List<Decision> one = List.of(new Decision(FAO, OBSERVE_AS_ALLY, "It helps from afar"), new Decision(GOI, DECLINE, "No budget line"),
                new Decision(CICR, INCLUDE, null));
        refused("A partnership has at least two full partners. Please include another candidate, or look for more.",
                () -> service.choose(founding(), one, Map.of(), COORDINATOR));
    }

    @Test
    void who_departs_from_the_fit_or_declines_says_why() {
        allRated();
        refused("The fit of Organisation Ngo is “Include”. Please say why you decide otherwise.",
                () -> service.choose(founding(), with(NGO, STRENGTHEN_FIRST, null), Map.of(), COORDINATOR));
        refused("Please say why Organisation Ngo is declined: it will read the reason.",
                () -> service.choose(founding(), with(NGO, DECLINE, " "), Map.of(), COORDINATOR));
        service.choose(founding(), with(NGO, STRENGTHEN_FIRST, "Its accounts need a year"), Map.of(), COORDINATOR);
    }

    @Test
    void every_candidate_that_is_there_is_decided_about_once() {
        allRated();
        refused("Please also decide about Organisation Ngo.",
                () -> service.choose(founding(), includeAll().subList(0, 3), Map.of(), COORDINATOR));
        refused("There are two decisions about Organisation Fao. Please keep one.", () -> service.choose(founding(),
                Stream.concat(includeAll().stream(), Stream.of(new Decision(FAO, INCLUDE, null))).toList(), Map.of(), COORDINATOR));
        refused("Shop is no candidate that could be chosen. Please open the form again.", () -> service.choose(founding(),
                Stream.concat(includeAll().stream(), Stream.of(new Decision(SHOP, INCLUDE, null))).toList(), Map.of(), COORDINATOR));
        refused("Please decide about Organisation Ngo.",
                () -> service.choose(founding(), with(NGO, COORDINATOR_DECIDES, "x"), Map.of(), COORDINATOR));
    }

    @Test
    void everybody_hears_why_but_only_once_the_choice_is_made() {
        nominated(asked(CICR, localExpert), asked(NGO, implementer), asked(SHOP, implementer),
                new Nominee(silent(), Set.of(), Set.of(Role.ALLY), null));
        Stream.of(FAO, GOI, CICR, NGO, SHOP).forEach(one -> rated(one, INCLUDE));
        candidates.goOnWithout(founding(), silent(), "Three calls, no answer", COORDINATOR);
        assertThat(events.stream(CandidateDeclined.class)).isEmpty();
        assertThat(events.stream(CandidateSelected.class)).isEmpty();
        service.choose(founding(), List.of(new Decision(FAO, INCLUDE, null), new Decision(GOI, INCLUDE, null),
                new Decision(CICR, STRENGTHEN_FIRST, "You begin next year"),
                new Decision(NGO, INCLUDE, null), new Decision(SHOP, DECLINE, "We have an implementer")), Map.of(), COORDINATOR);
        assertThat(events.stream(CandidateDeclined.class)).containsExactlyInAnyOrder(
                new CandidateDeclined(id, SHOP, "We have an implementer"), new CandidateDeclined(id, silent(), "Three calls, no answer"));
        assertThat(events.stream(CandidateSelected.class)).as("what stands beside the fit is not for them").hasSize(4)
                .contains(new CandidateSelected(id, NGO, INCLUDE, false, null, null),
                        new CandidateSelected(id, CICR, STRENGTHEN_FIRST, false, "You begin next year", null));
        refused("The partners are chosen already. Nothing can change in this selection any more.",
                () -> service.choose(founding(), includeAll(), Map.of(), COORDINATOR));
        refused("The partners are chosen already. Nothing can change in this selection any more.",
                () -> service.nominate(founding(), List.of(), COORDINATOR));
    }

    @Test
    void an_ally_sits_as_ally() {
        nominated(asked(CICR, localExpert), asked(NGO, implementer), new Nominee(SHOP, Set.of(), Set.of(Role.ALLY), null),
                asked(silent(), implementer));
        Stream.of(FAO, GOI, CICR, NGO, SHOP, silent()).forEach(one -> rated(one, INCLUDE));
        service.choose(founding(), List.of(new Decision(FAO, INCLUDE, null), new Decision(GOI, INCLUDE, null),
                new Decision(CICR, INCLUDE, null), new Decision(NGO, INCLUDE, null), new Decision(SHOP, INCLUDE, null),
                new Decision(silent(), OBSERVE_AS_ALLY, "Enough hands")), Map.of(), COORDINATOR);
        service.seatPartners(id);
        assertThat(partnerships.members(id)).filteredOn(member -> member.standing() == Standing.ALLY).extracting(Member::organisation)
                .containsExactlyInAnyOrder(SHOP, silent());
    }

    @Test
    void without_common_ground_the_partnership_ends_and_all_who_were_asked_hear_why() {
        nominated(asked(CICR, localExpert), asked(NGO, implementer));
        Stream.of(FAO, GOI, CICR).forEach(one -> rated(one, INCLUDE));
        candidates.answerInvitation(founding(), NGO, false, "No time", "ngoFocal");
        refused("Please say why there is no common ground: everybody who was asked will read it.",
                () -> service.endFounding(id, " ", COORDINATOR));
        service.endFounding(id, "Nobody may work in Warangal", COORDINATOR);
        assertThat(partnerships.card(id).phase()).isEqualTo(Phase.ENDED);
        assertThat(events.stream(SelectionEnded.class))
                .containsExactly(new SelectionEnded(id, List.of(FAO, GOI, CICR), "Nobody may work in Warangal"));
        assertThatThrownBy(() -> service.nominate(founding(), List.of(), COORDINATOR)).isInstanceOf(NotFound.class);
    }

    @Test
    void the_drawn_web_ends_the_selection() {
        allRated();
        refused("The partners are not chosen yet.", () -> service.drawWeb(id, List.of()));
        service.choose(founding(), includeAll(), Map.of(), COORDINATOR);
        service.seatPartners(id);
        service.drawWeb(id, List.of(new Link(CICR, NGO, "Training the trainers", Level.LOCAL)));
        assertThat(partnerships.links(id)).hasSize(1);
        assertThat(candidates.expectations(id)).as("what they expect of each other is still known")
                .hasSize(4).contains(new Expectation(CICR, "Clear plans before the season"));
        assertThatThrownBy(() -> candidates.candidate(founding(), CICR)).isInstanceOf(NotFound.class);
    }

    @Test
    void fifty_candidates_are_no_trouble() {
        List<OrganisationId> fifty = IntStream.range(0, 48).mapToObj(nr -> new OrganisationId("Many" + nr)).toList();
        verified(fifty.toArray(OrganisationId[]::new));
        nominated(Stream.concat(Stream.of(asked(fifty.get(0), localExpert)), fifty.stream().skip(1).map(one -> asked(one, implementer)))
                .toArray(Nominee[]::new));
        Stream.concat(Stream.of(FAO, GOI), fifty.stream()).forEach(one -> rated(one, INCLUDE));
        service.choose(founding(), candidates.candidates(founding()).stream().map(one -> new Decision(one.organisation(), INCLUDE, null,
                one.organisation().equals(fifty.get(0)) ? "It grew up there" : null)).toList(), Map.of(), COORDINATOR);
        service.seatPartners(id);
        assertThat(partnerships.members(id)).hasSize(50);
    }

    // Helpers

    private Search founding() {
        return Search.founding(id);
    }

    private PartnershipId proposed(String lead) {
        return proposed(lead, new RoleRule("expert", "local", "each new area", null, "Adapt it."),
                new RoleRule("implementer", "state", "anywhere", null, "Do it."));
    }

    private PartnershipId proposed(String lead, RoleRule... rules) {
        PartnershipId partnership = partnerships.propose(new FirstProposal("Cotton IPM", "Farmer Field Schools", "One district only"), FAO,
                "faoFocal");
        partnerships.clarifyAims(partnership, SampleAims.of(lead), "faoFocal");
        if (leadership.named(partnership).isPresent()) {
            leadership.answer(partnership, true, null, "leadFocal");
        }
        partnerships.determineNeededRoles(partnership, List.of(rules));
        service.openSearch(Search.founding(partnership), SearchPurpose.FOUNDING);
        return partnership;
    }

    private NeededRole needed(String inWords) {
        return needed(id, inWords);
    }

    private NeededRole needed(PartnershipId partnership, String inWords) {
        return partnerships.neededRoles(partnership).stream().filter(role -> role.inWords().equals(inWords)).findFirst().orElseThrow();
    }

    private static Nominee asked(OrganisationId organisation, NeededRole... roles) {
        return Nominee.of(organisation, Arrays.stream(roles).map(role -> role.id().toString()).toList(), null);
    }

    /** The conveners in roles that nobody needs, and these. */
    private void nominated(Nominee... others) {
        service.nominate(founding(), Stream.concat(Stream.of(Nominee.of(FAO, List.of("resourceProvider"), null),
                Nominee.of(GOI, List.of("decisionMaker"), null)),
                Arrays.stream(others)).toList(), COORDINATOR);
    }

    private void rated(OrganisationId organisation, PartnerFit fit) {
        if (!candidates.candidate(founding(), organisation).convener()) {
            candidates.answerInvitation(founding(), organisation, true, null, "somebody");
        }
        candidates.recordProfile(founding(), organisation, SampleProfiles.of(organisation.code()), "somebody");
        candidates.assess(founding(), organisation, SampleProfiles.rated(4), null, COORDINATOR);
        candidates.rate(founding(), organisation, fit, "By the table");
    }

    private void allRated() {
        nominated(asked(CICR, localExpert), asked(NGO, implementer));
        Stream.of(FAO, GOI, CICR, NGO).forEach(one -> rated(one, INCLUDE));
    }

    private static List<Decision> includeAll() {
        return Stream.of(FAO, GOI, CICR, NGO).map(one -> new Decision(one, INCLUDE, null)).toList();
    }

    private static List<Decision> with(OrganisationId other, PartnerFit outcome, String reason) {
        return includeAll().stream().map(decision -> decision.organisation().equals(other) ? new Decision(other, outcome, reason)
                : decision).toList();
    }

    private OrganisationId silent() {
        OrganisationId silent = new OrganisationId("Silent");
        if (organisations.verified().stream().noneMatch(card -> card.id().equals(silent))) {
            verified(silent);
        }
        return silent;
    }

    private void registered(String code, Role role, Level level, String area) {
        registered(code, Set.of(role), Set.of(level), area);
    }

    private void registered(String code, Set<Role> roles, Set<Level> levels, String area) {
        Registration usual = Registrations.of(code);
        organisations.register(new Registration(usual.code(), usual.name(), OrganisationKind.NGO, new Country("IN"), roles,
                levels, List.of(new Registration.Place(area, Level.LOCAL, null)), usual.document(), usual.focalPoint(),
                usual.references()), COORDINATOR);
        organisations.verify(usual.code(), null);
    }

    private void verified(OrganisationId... ids) {
        ladder.verified(List.of(ids));
    }
}
