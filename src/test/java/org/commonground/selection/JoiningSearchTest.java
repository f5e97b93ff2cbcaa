package org.commonground.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.candidate.PartnerFit.DECLINE;
import static org.commonground.candidate.PartnerFit.INCLUDE;
import static org.commonground.candidate.PartnerFit.OBSERVE_AS_ALLY;
import static org.commonground.stage.Refusals.refused;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.Convener;
import org.commonground.candidate.SampleProfiles;
import org.commonground.candidate.Search;
import org.commonground.foundation.Level;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.organisation.Country;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationKind;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registration;
import org.commonground.organisation.Registrations;
import org.commonground.partnership.FirstProposal;
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

/**
 * What a search promises beside a partnership that is under way. Fao pays, Cicr is the local expert in Warangal, where the work is new, and
 * Ngo carries out what has to be done in the state; a decision maker for the nation was never found.
 */
@DomainTest
class JoiningSearchTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId CICR = new OrganisationId("Cicr");
    private static final OrganisationId NGO = new OrganisationId("Ngo");
    private static final OrganisationId SHOP = new OrganisationId("Shop");
    private static final OrganisationId UNI = new OrganisationId("Uni");
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
    OrganisationService organisations;
    @Autowired
    ApplicationEvents events;
    @Autowired
    JdbcClient jdbc;

    private PartnershipId id;
    private NeededRole expert;
    private NeededRole implementer;
    private NeededRole decisionMaker;

    @BeforeEach
    void a_partnership_is_in_force() {
        ladder.verified(List.of(FAO, NGO, SHOP));
        registered("Cicr", Role.EXPERT, Level.LOCAL, "Warangal");
        registered("Uni", Role.EXPERT, Level.LOCAL, "Warangal");
        id = partnerships.propose(new FirstProposal("Cotton IPM", "Farmer Field Schools", "One district only"), FAO, "faoFocal");
        partnerships.clarifyAims(id, SampleAims.of("Fao"), "faoFocal");
        partnerships.determineNeededRoles(id, List.of(new RoleRule("expert", "local", "each new area", null, "Adapt it."),
                new RoleRule("implementer", "state", "anywhere", null, "Do it."),
                new RoleRule("decisionMaker", "national", "anywhere", null, "Decide it.")));
        expert = needed("Expert, local, Warangal");
        implementer = needed("Implementer, state");
        decisionMaker = needed("Decision maker, national");
        partnerships.admit(id, FAO, Standing.PARTNER, List.of(new SeatIn(Role.RESOURCE_PROVIDER, Level.STATE, null, null)));
        partnerships.admit(id, CICR, Standing.PARTNER, List.of(expert.seat()));
        partnerships.admit(id, NGO, Standing.PARTNER, List.of(implementer.seat()));
        partnerships.enter(id, Phase.IN_FORCE);
    }

    // Several searches at once

    @Test
    void several_searches_are_open_at_once_each_of_its_matter_with_candidates_of_its_own() {
        Search one = opened(SearchPurpose.ACCESSION);
        Search other = opened(SearchPurpose.REPLACEMENT);
        service.openSearch(one, SearchPurpose.ACCESSION);
        service.nominate(one, List.of(asked(SHOP, implementer)), COORDINATOR);
        service.nominate(other, List.of(asked(UNI, decisionMaker)), COORDINATOR);

        assertThat(candidates.openCandidates(one)).containsExactly("Shop");
        assertThat(candidates.openCandidates(other)).containsExactly("Uni");
        assertThat(candidates.silentConveners(one)).as("nobody convenes what is there").isEmpty();
        assertThat(service.purpose(other)).isEqualTo(SearchPurpose.REPLACEMENT);
        rated(one, SHOP);
        service.choose(one, List.of(new Decision(SHOP, INCLUDE, null)), Map.of(), COORDINATOR);
        assertThat(candidates.openCandidates(other)).as("not touched").containsExactly("Uni");
        assertThat(service.chosen(id, other.matter())).isEmpty();
        assertThatThrownBy(() -> jdbc.sql("insert into selection (id, version, partnership, purpose, opened_at, open_in, matter)"
                + " select ?, 0, partnership, purpose, opened_at, open_in, matter from selection where matter = ?")
                .params(UUID.randomUUID(), other.matter()).update()).as("one of each matter").isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_partnership_is_founded_once_and_never_by_a_matter() {
        Search search = new Search(id, UUID.randomUUID());
        refused("A partnership is founded once. Later somebody is looked for by a matter.",
                () -> service.openSearch(search, SearchPurpose.FOUNDING));
        refused("A partnership is founded once. Later somebody is looked for by a matter.",
                () -> service.openSearch(Search.founding(id), SearchPurpose.ACCESSION));
        assertThat(SearchPurpose.of(null)).isEqualTo(SearchPurpose.ACCESSION);
        assertThat(SearchPurpose.of("replacement")).isEqualTo(SearchPurpose.REPLACEMENT);
        refused("There is no search purpose called “other”.", () -> SearchPurpose.of("other"));
    }

    // Who can be nominated

    @Test
    void one_candidate_is_enough_and_none_is_too_few() {
        Search search = opened(SearchPurpose.ACCESSION);
        refused("Please nominate at least one organisation.", () -> service.nominate(search, List.of(), COORDINATOR));
        service.nominate(search, List.of(asked(SHOP, implementer)), COORDINATOR);
        service.nominate(search, List.of(), COORDINATOR);
    }

    @Test
    void who_is_there_is_not_nominated_not_even_while_it_leaves() {
        Search search = opened(SearchPurpose.REPLACEMENT);
        partnerships.announceLeaving(id, CICR, LocalDate.now().plusMonths(3));
        refused("Organisation Ngo is in this partnership already.",
                () -> service.nominate(search, List.of(asked(NGO, decisionMaker)), COORDINATOR));
        refused("Organisation Cicr is in this partnership already.",
                () -> service.nominate(search, List.of(asked(CICR, decisionMaker)), COORDINATOR));
        assertThat(service.nominable(search)).extracting(OrganisationCard::id).contains(SHOP, UNI).doesNotContain(FAO, CICR, NGO);
        partnerships.leave(id, CICR, "Our laboratory closes", "cicrFocal");
        service.nominate(search, List.of(asked(CICR, expert)), COORDINATOR);
    }

    @Test
    void who_is_in_question_in_another_search_is_not_asked_twice() {
        Search one = opened(SearchPurpose.ACCESSION);
        Search other = opened(SearchPurpose.ACCESSION);
        service.nominate(one, List.of(asked(SHOP, implementer), asked(UNI, expert)), COORDINATOR);
        refused("Organisation Shop is a candidate in another search of this partnership already.",
                () -> service.nominate(other, List.of(asked(SHOP, decisionMaker)), COORDINATOR));
        assertThat(service.nominable(other)).extracting(OrganisationCard::id).doesNotContain(SHOP, UNI);
        candidates.answerInvitation(one, UNI, false, "No time", "uniFocal");
        rated(one, SHOP);
        service.choose(one, List.of(new Decision(SHOP, INCLUDE, null)), Map.of(), COORDINATOR);
        refused("Organisation Shop is a candidate in another search of this partnership already.",
                () -> service.nominate(other, List.of(asked(SHOP, decisionMaker)), COORDINATOR));
        service.nominate(other, List.of(asked(UNI, decisionMaker)), COORDINATOR);
        service.closeSearch(one.matter());
        service.nominate(other, List.of(asked(SHOP, decisionMaker)), COORDINATOR);
    }

    @Test
    void who_was_declined_when_the_partnership_was_founded_may_be_asked_again() {
        jdbc.sql("insert into selection (id, version, partnership, purpose, opened_at, closed_at)"
                + " select ?, 0, id, 'FOUNDING', proposed_at, proposed_at from partnership where id = ?")
                .params(UUID.randomUUID(), id.value()).update();
        jdbc.sql("insert into nomination (id, selection, organisation, convener, remark, nominated_by, nominated_at)"
                + " select ?, id, 'Shop', false, 'Three calls', 'coordinator', opened_at from selection where partnership = ?")
                .params(UUID.randomUUID(), id.value()).update();
        Search search = opened(SearchPurpose.ACCESSION);
        service.nominate(search, List.of(asked(SHOP, implementer)), COORDINATOR);
        assertThat(candidates.openCandidates(search)).containsExactly("Shop");
    }

    // For which roles

    @Test
    void who_is_replaced_leaves_gaps_and_only_these_are_looked_for() {
        Search search = opened(SearchPurpose.REPLACEMENT);
        assertThat(service.soughtRoles(search)).extracting(role -> role.needed().inWords()).containsExactly("Decision maker, national");
        partnerships.announceLeaving(id, CICR, LocalDate.now().plusMonths(3));
        assertThat(service.soughtRoles(search)).extracting(role -> role.needed().inWords())
                .containsExactly("Expert, local, Warangal", "Decision maker, national");
        assertThat(service.soughtRoles(search)).extracting(SoughtRole::taken).containsOnly(List.of());
    }

    @Test
    void who_joins_may_take_any_role_and_those_that_are_taken_are_marked() {
        Search search = opened(SearchPurpose.ACCESSION);
        assertThat(service.soughtRoles(search)).extracting(role -> role.needed().inWords(), SoughtRole::taken).containsExactly(
                tuple("Expert, local, Warangal", List.of("Organisation Cicr")),
                tuple("Implementer, state", List.of("Organisation Ngo")),
                tuple("Decision maker, national", List.of()));
        service.nominate(search, List.of(Nominee.of(SHOP, List.of("resourceProvider"), "You buy what grows")), COORDINATOR);
        assertThat(candidates.candidate(search, SHOP).askedInWords()).isEqualTo("Resource provider, state");
    }

    // Choosing

    @Test
    void who_joins_answers_for_no_gap_that_was_there_and_for_which_nobody_was_asked() {
        Search search = opened(SearchPurpose.ACCESSION);
        service.nominate(search, List.of(asked(SHOP, implementer)), COORDINATOR);
        rated(search, SHOP);
        service.choose(search, List.of(new Decision(SHOP, INCLUDE, null)), Map.of(), COORDINATOR);
        assertThat(partnerships.gaps(id)).extracting(NeededRole::inWords).containsExactly("Decision maker, national");
    }

    @Test
    void a_gap_for_which_a_joiner_is_asked_is_taken_by_the_registry_or_with_a_word_or_waived() {
        Search search = opened(SearchPurpose.ACCESSION);
        service.nominate(search, List.of(asked(SHOP, decisionMaker)), COORDINATOR);
        rated(search, SHOP);
        refused("Still missing: Decision maker, national. The registry does not know Organisation Shop as national. Say how it belongs"
                + " there, choose another candidate, look for more, or go on without it and say why.",
                () -> service.choose(search, List.of(new Decision(SHOP, INCLUDE, null)), Map.of(), COORDINATOR));
        refused("“Implementer, state” is taken, so it needs no waiver. Please remove that line.", () -> service.choose(search,
                List.of(new Decision(SHOP, INCLUDE, null)), Map.of(implementer.id(), "We share it"), COORDINATOR));
        assertThat(service.chosen(id, search.matter())).isEmpty();
        service.choose(search, List.of(new Decision(SHOP, INCLUDE, null, "It speaks for all chains")), Map.of(), COORDINATOR);
        assertThat(service.chosen(id, search.matter())).singleElement().satisfies(one -> {
            assertThat(one.seats()).extracting(SeatIn::inWords, SeatIn::belongs)
                    .containsExactly(tuple("Decision maker, national", "It speaks for all chains"));
            assertThat(one.belongs()).isEqualTo("It speaks for all chains");
        });
    }

    @Test
    void who_replaces_somebody_closes_every_gap_with_those_who_stay_or_it_is_waived() {
        partnerships.announceLeaving(id, CICR, LocalDate.now().plusMonths(3));
        Search search = opened(SearchPurpose.REPLACEMENT);
        service.nominate(search, List.of(asked(UNI, expert)), COORDINATOR);
        rated(search, UNI);
        List<Decision> uni = List.of(new Decision(UNI, INCLUDE, null));
        refused("Still missing: Decision maker, national. Choose a candidate for it, look for more candidates, or go on without it and say"
                + " why.", () -> service.choose(search, uni, Map.of(), COORDINATOR));
        service.choose(search, uni, Map.of(decisionMaker.id(), "The state decides with us"), COORDINATOR);
        assertThat(needed("Decision maker, national").waiver()).isEqualTo("The state decides with us");
    }

    @Test
    void who_leaves_covers_nothing_any_more() {
        partnerships.announceLeaving(id, CICR, LocalDate.now().plusMonths(3));
        Search search = opened(SearchPurpose.REPLACEMENT);
        service.nominate(search, List.of(asked(SHOP, decisionMaker)), COORDINATOR);
        rated(search, SHOP);
        List<Decision> shop = List.of(new Decision(SHOP, INCLUDE, null, "It speaks for all chains"));
        refused("Still missing: Expert, local, Warangal. Choose a candidate for it, look for more candidates, or go on without it and say"
                + " why.", () -> service.choose(search, shop, Map.of(), COORDINATOR));
        refused("Still missing: a local partner in Warangal. The work is new there, and somebody local must adapt it: choose one, or look"
                + " for more candidates.", () -> service.choose(search, shop, Map.of(expert.id(), "We fly in"), COORDINATOR));
        partnerships.stay(id, CICR);
        service.choose(search, shop, Map.of(), COORDINATOR);
    }

    @Test
    void two_searches_do_not_wait_for_each_other() {
        partnerships.announceLeaving(id, CICR, LocalDate.now().plusMonths(3));
        Search one = opened(SearchPurpose.REPLACEMENT);
        Search other = opened(SearchPurpose.REPLACEMENT);
        service.nominate(one, List.of(asked(UNI, expert)), COORDINATOR);
        service.nominate(other, List.of(asked(SHOP, decisionMaker)), COORDINATOR);
        rated(one, UNI);
        service.choose(one, List.of(new Decision(UNI, INCLUDE, null)), Map.of(), COORDINATOR);
        rated(other, SHOP);
        service.choose(other, List.of(new Decision(SHOP, INCLUDE, null, "It speaks for all chains")), Map.of(), COORDINATOR);
        assertThat(service.chosen(id, one.matter())).extracting(ChosenCandidate::organisation).containsExactly(UNI);
        assertThat(service.chosen(id, other.matter())).extracting(ChosenCandidate::organisation).containsExactly(SHOP);
    }

    @Test
    void somebody_is_chosen_or_the_search_ends_otherwise() {
        Search search = opened(SearchPurpose.ACCESSION);
        service.nominate(search, List.of(asked(SHOP, implementer)), COORDINATOR);
        rated(search, SHOP);
        refused("Nobody is chosen. Please choose a candidate, look for more, or end this search.",
                () -> service.choose(search, List.of(new Decision(SHOP, DECLINE, "Too far away")), Map.of(), COORDINATOR));
        service.choose(search, List.of(new Decision(SHOP, OBSERVE_AS_ALLY, "It helps from afar")), Map.of(), COORDINATOR);
        assertThat(service.chosen(id, search.matter())).extracting(ChosenCandidate::standing).containsExactly(Standing.ALLY);
    }

    @Test
    void who_was_chosen_is_no_member_before_its_matter_makes_it_one() {
        Search search = opened(SearchPurpose.ACCESSION);
        service.nominate(search, List.of(Nominee.of(SHOP, List.of(implementer.id().toString()), "You know the mills"),
                asked(UNI, expert)), COORDINATOR);
        rated(search, SHOP);
        rated(search, UNI);
        assertThat(service.chosen(id, search.matter())).isEmpty();
        service.choose(search, List.of(new Decision(SHOP, INCLUDE, null), new Decision(UNI, DECLINE, "One expert is enough")), Map.of(),
                COORDINATOR);
        service.openSearch(search, SearchPurpose.ACCESSION);

        assertThat(service.chosen(id, search.matter())).singleElement().satisfies(one -> {
            assertThat(one).extracting(ChosenCandidate::organisation, ChosenCandidate::name, ChosenCandidate::standing,
                    ChosenCandidate::outcome, ChosenCandidate::why, ChosenCandidate::reason, ChosenCandidate::expectsOfOthers)
                    .containsExactly(SHOP, "Organisation Shop", Standing.PARTNER, INCLUDE, "You know the mills", null,
                            "Clear plans before the season");
            assertThat(one.seats()).containsExactly(implementer.seat());
        });
        assertThat(partnerships.memberIds(id)).doesNotContain(SHOP, UNI);
        assertThat(events.stream(CandidateSelected.class)).containsExactly(new CandidateSelected(id, SHOP, INCLUDE, true, null, null));
        assertThat(events.stream(CandidateDeclined.class)).containsExactly(new CandidateDeclined(id, UNI, "One expert is enough"));
        partnerships.admit(id, SHOP, Standing.PARTNER, service.chosen(id, search.matter()).get(0).seats());
        service.closeSearch(search.matter());
        service.closeSearch(search.matter());
        assertThat(service.chosen(id, search.matter())).isEmpty();
        assertThat(events.stream(SearchEnded.class)).as("nothing has ended for anybody").isEmpty();
    }

    // Ending

    @Test
    void when_nobody_fits_the_search_ends_and_the_partnership_goes_on() {
        Search search = opened(SearchPurpose.ACCESSION);
        service.nominate(search, List.of(asked(SHOP, implementer), asked(UNI, expert)), COORDINATOR);
        rated(search, SHOP);
        candidates.answerInvitation(search, UNI, false, "No time", "uniFocal");
        refused("Please say why nobody joins: everybody who was asked will read it.",
                () -> service.endJoining(search, " "));
        service.endJoining(search, "Its mills stand still ");
        assertThat(events.stream(SearchEnded.class)).containsExactly(new SearchEnded(id, List.of(SHOP), "Its mills stand still"));
        assertThat(events.stream(SelectionEnded.class)).isEmpty();
        assertThat(partnerships.card(id).phase()).isEqualTo(Phase.IN_FORCE);
        assertThat(service.chosen(id, search.matter())).isEmpty();
        assertThatThrownBy(() -> service.nominate(search, List.of(), COORDINATOR)).isInstanceOf(NotFound.class);
    }

    @Test
    void what_is_overtaken_ends_once_and_who_waits_hears_why() {
        Search search = opened(SearchPurpose.ACCESSION);
        service.nominate(search, List.of(asked(SHOP, implementer), asked(UNI, expert)), COORDINATOR);
        service.endSearch(search.matter(), "The work ended before.");
        service.endSearch(search.matter(), "The work ended before.");
        service.endSearch(UUID.randomUUID(), "Nobody was looked for.");
        assertThat(events.stream(SearchEnded.class)).containsExactly(new SearchEnded(id, List.of(SHOP, UNI), "The work ended before."));
        service.openSearch(search, SearchPurpose.ACCESSION);
        assertThatThrownBy(() -> candidates.candidate(search, SHOP)).as("it is not opened anew").isInstanceOf(NotFound.class);
    }

    @Test
    void once_somebody_is_chosen_only_those_wait_who_are() {
        Search search = opened(SearchPurpose.ACCESSION);
        service.nominate(search, List.of(asked(SHOP, implementer), asked(UNI, expert)), COORDINATOR);
        rated(search, SHOP);
        rated(search, UNI);
        service.choose(search, List.of(new Decision(SHOP, INCLUDE, null), new Decision(UNI, DECLINE, "One expert is enough")), Map.of(),
                COORDINATOR);
        service.endSearch(search.matter(), "The partners agreed to close.");
        assertThat(events.stream(SearchEnded.class)).containsExactly(new SearchEnded(id, List.of(SHOP), "The partners agreed to close."));
        assertThat(service.chosen(id, search.matter())).isEmpty();
    }

    @Test
    void nobody_joins_what_moves_on() {
        Search search = opened(SearchPurpose.ACCESSION);
        service.nominate(search, List.of(asked(SHOP, implementer)), COORDINATOR);
        rated(search, SHOP);
        partnerships.enter(id, Phase.CLOSING);
        refused("This partnership moves on, and nobody joins it any more.",
                () -> service.nominate(search, List.of(asked(UNI, expert)), COORDINATOR));
        refused("This partnership moves on, and nobody joins it any more.",
                () -> service.choose(search, List.of(new Decision(SHOP, INCLUDE, null)), Map.of(), COORDINATOR));
    }

    // What candidates see

    @Test
    void candidates_look_at_the_partners_of_today_as_each_stated_its_profile_last() {
        Search first = opened(SearchPurpose.ACCESSION);
        service.nominate(first, List.of(asked(SHOP, implementer), asked(UNI, expert)), COORDINATOR);
        rated(first, SHOP);
        rated(first, UNI);
        service.choose(first, List.of(new Decision(SHOP, INCLUDE, null), new Decision(UNI, INCLUDE, null)), Map.of(), COORDINATOR);
        service.chosen(id, first.matter()).forEach(one -> partnerships.admit(id, one.organisation(), one.standing(), one.seats()));
        service.closeSearch(first.matter());
        partnerships.leave(id, UNI, "Its people go", "uniFocal");

        Search next = opened(SearchPurpose.ACCESSION);
        registered("New", Role.EXPERT, Level.LOCAL, "Warangal");
        service.nominate(next, List.of(asked(new OrganisationId("New"), expert)), COORDINATOR);
        assertThat(candidates.statedConveners(next)).extracting(Convener::organisation, Convener::profile)
                .containsExactly(tuple(SHOP, SampleProfiles.of("Shop")));
        partnerships.leave(id, SHOP, "Its mills stand still", "shopFocal");
        assertThat(candidates.statedConveners(next)).isEmpty();
        Search again = opened(SearchPurpose.REPLACEMENT);
        service.nominate(again, List.of(asked(SHOP, implementer)), COORDINATOR);
        candidates.answerInvitation(again, SHOP, true, null, "shopFocal");
        candidates.recordProfile(again, SHOP, SampleProfiles.of("Shop, wiser"), "shopFocal");
        partnerships.admit(id, SHOP, Standing.PARTNER, List.of(implementer.seat()));
        assertThat(candidates.statedConveners(next)).extracting(Convener::profile).containsExactly(SampleProfiles.of("Shop, wiser"));
    }

    // Helpers

    private Search opened(SearchPurpose purpose) {
        Search search = new Search(id, UUID.randomUUID());
        service.openSearch(search, purpose);
        return search;
    }

    private NeededRole needed(String inWords) {
        return partnerships.neededRoles(id).stream().filter(role -> role.inWords().equals(inWords)).findFirst().orElseThrow();
    }

    private static Nominee asked(OrganisationId organisation, NeededRole... roles) {
        return Nominee.of(organisation, Arrays.stream(roles).map(role -> role.id().toString()).toList(), null);
    }

    private void rated(Search search, OrganisationId organisation) {
        candidates.answerInvitation(search, organisation, true, null, "somebody");
        candidates.recordProfile(search, organisation, SampleProfiles.of(organisation.code()), "somebody");
        candidates.assess(search, organisation, SampleProfiles.rated(4), null, COORDINATOR);
        candidates.rate(search, organisation, INCLUDE, "By the table");
        assertThat(candidates.candidate(search, organisation)).matches(Candidate::isThere);
    }

    private void registered(String code, Role role, Level level, String area) {
        Registration usual = Registrations.of(code);
        organisations.register(new Registration(usual.code(), usual.name(), OrganisationKind.NGO, new Country("IN"), Set.of(role),
                Set.of(level), List.of(new Registration.Place(area, Level.LOCAL, null)), usual.document(), usual.focalPoint(),
                usual.references()), COORDINATOR);
        organisations.verify(usual.code(), null);
    }
}
