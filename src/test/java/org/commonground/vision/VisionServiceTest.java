package org.commonground.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.negotiation.SampleTerms.agenda;
import static org.commonground.stage.Refusals.refused;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.commonground.engine.MovableClock;
import org.commonground.candidate.UnderWay;
import org.commonground.foundation.Level;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.Member;
import org.commonground.partnership.MendedAims;
import org.commonground.partnership.MendedAims.Mended;
import org.commonground.partnership.NoCommonGroundFound;
import org.commonground.partnership.Objective;
import org.commonground.partnership.PartnerLeft;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** What looking for a shared vision promises. Fao, Goi and Ngo are the chosen partners. */
@DomainTest
class VisionServiceTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId NGO = new OrganisationId("Ngo");
    private static final OrganisationId UNA = new OrganisationId("Una");
    private static final String COORDINATOR = "coordinator";

    @Autowired
    Ladder ladder;
    @Autowired
    VisionUnderWay underWay;
    @Autowired
    VisionService visions;
    @Autowired
    FounderService founders;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    MovableClock clock;
    @Autowired
    ApplicationEvents events;

    private PartnershipId id;

    @BeforeEach
    void partners_are_chosen_and_asked() {
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(FAO, Role.EXPERT);
        partners.put(GOI, Role.RESOURCE_PROVIDER);
        partners.put(NGO, Role.IMPLEMENTER);
        ladder.verified(partners.keySet());
        id = ladder.chosen(partners);
        visions.open(id);
    }

    // Each for itself

    @Test
    void the_visions_of_all_partners_are_awaited_of_those_too_who_join_meanwhile() {
        visions.open(id);
        assertThat(partnerships.card(id).phase()).isEqualTo(Phase.NEGOTIATING);
        assertThat(visions.silentVisionaries(id)).containsExactly(FAO, GOI, NGO);
        joins(UNA, Role.EXPERT, Standing.PARTNER);
        joins(new OrganisationId("Shop"), Role.ALLY, Standing.ALLY);
        assertThat(visions.silentVisionaries(id)).as("an ally has no part in it").containsExactly(FAO, GOI, NGO, UNA);
    }

    @Test
    void a_vision_is_shared_with_words_and_the_last_one_counts() {
        refused("Please say what we can do together, and how.", () -> visions.shareVision(id, FAO, " ", "hope", null, "f"));
        visions.shareVision(id, FAO, "Schools in every village", "Numbers", "More women", "f");
        assertThat(visions.visions(id)).containsExactly(new VisionStatement(FAO, "Schools in every village", "Numbers",
                "More women", null));
        visions.shareVision(id, FAO, "Schools in every district", "Numbers", " ", "f");
        assertThat(visions.visions(id)).containsExactly(new VisionStatement(FAO, "Schools in every district", "Numbers",
                null, LocalDate.now(clock)));
        assertThat(visions.silentVisionaries(id)).containsExactly(GOI, NGO);
    }

    @Test
    void who_is_no_partner_says_nothing() {
        refused("Your organisation is no partner of this partnership any more.",
                () -> visions.shareVision(id, new OrganisationId("Stranger"), "x", "y", null, "z"));
    }

    // Together

    @Test
    void a_vision_is_endorsed_when_every_partner_endorses_it() {
        assertThat(visions.vision(id)).isEmpty();
        visions.draftVision(id, "Healthy fields everywhere", agenda(FAO), visions.aims(id), COORDINATOR);
        List.of(FAO, GOI, NGO).forEach(partner -> visions.endorse(id, partner, 1, "focal"));
        assertThat(visions.isEndorsed(id)).as("not counted yet").isFalse();
        assertThat(underWay.toInvited(id)).as("whoever is invited reads no draft").contains(
                new UnderWay.Line("What the partners see together", "They are still finding their shared vision."));
        assertThat(visions.tallyEndorsements(id)).isTrue();
        assertThat(visions.isEndorsed(id)).isTrue();
        assertThat(visions.vision(id)).get().satisfies(vision -> {
            assertThat(vision.words()).isEqualTo("Healthy fields everywhere");
            assertThat(vision.agenda()).isEqualTo(agenda(FAO));
            assertThat(vision.endorsedBy()).containsExactly(FAO, GOI, NGO);
        });
        assertThat(visions.agenda(id)).isEqualTo(agenda(FAO));
        assertThat(events.stream(VisionEndorsed.class)).containsExactly(new VisionEndorsed(id, List.of(FAO, GOI, NGO), List.of()));
        refused("The shared vision is endorsed already.", () -> visions.shareVision(id, FAO, "Late", "Late", null, "f"));
    }

    // The aims that go with it

    @Test
    void the_aims_become_what_all_partners_endorsed_and_nothing_before() {
        MendedAims proposed = MendedAims.of(partnerships.card(id));
        MendedAims mended = new MendedAims("Cotton without poison", List.of(proposed.objectives().get(0),
                new Objective("Women lead", "Women who lead a school", "3", "40")), proposed.targetParticipants(), "They choose the plots");
        visions.draftVision(id, "First", agenda(FAO), mended, COORDINATOR);
        visions.endorse(id, FAO, 1, "f");
        visions.endorse(id, GOI, 1, "g");
        visions.askForChange(id, NGO, 1, "Not the objectives", "n");
        assertThat(visions.tallyEndorsements(id)).isFalse();
        assertThat(MendedAims.of(partnerships.card(id))).as("one does not endorse them").isEqualTo(proposed);
        assertThat(visions.aims(id)).as("the next draft begins with them").isEqualTo(mended);

        visions.draftVision(id, "First", agenda(FAO), mended, COORDINATOR);
        assertThat(visions.draftNumber(id)).as("nothing has changed").isEqualTo(1);
        visions.endorse(id, NGO, 1, "n");
        assertThat(visions.tallyEndorsements(id)).isTrue();
        assertThat(MendedAims.of(partnerships.card(id))).isEqualTo(mended);
        assertThat(partnerships.card(id).objectiveNumbers()).as("numbered anew").containsExactly(1, 2);
        assertThat(partnerships.givenUpObjectives(id)).as("nothing was agreed before").isEmpty();
        assertThat(events.stream(VisionEndorsed.class)).singleElement().satisfies(fact -> assertThat(fact.mended())
                .extracting(Mended::what).containsExactly("Purpose", "Objectives", "How they take part"));
    }

    @Test
    void other_aims_are_another_draft_that_goes_to_all() {
        visions.draftVision(id, "First", agenda(FAO), visions.aims(id), COORDINATOR);
        List.of(FAO, GOI).forEach(partner -> visions.endorse(id, partner, 1, "focal"));
        visions.askForChange(id, NGO, 1, "Say who it is for", "n");
        visions.tallyEndorsements(id);
        MendedAims before = visions.aims(id);
        visions.draftVision(id, "First", agenda(FAO), new MendedAims(before.purpose(), before.objectives(), "Women who farm",
                before.participationMode()), COORDINATOR);
        assertThat(visions.draftNumber(id)).isEqualTo(2);
        assertThat(visions.vision(id).orElseThrow().endorsedBy()).isEmpty();
        refused("The vision was changed since you opened this page. Please open it again and look once more.",
                () -> visions.endorse(id, FAO, 1, "f"));
    }

    @Test
    void mended_aims_are_whole() {
        MendedAims aims = visions.aims(id);
        Objective first = aims.objectives().get(0);
        refused("Please say what the partnership is for.",
                () -> new MendedAims(" ", aims.objectives(), aims.targetParticipants(), aims.participationMode()));
        refused("Please keep at least one objective: what shall be reached?",
                () -> new MendedAims(aims.purpose(), List.of(), aims.targetParticipants(), aims.participationMode()));
        refused("The objective “%s” stands there twice. Please keep one of them.".formatted(first.wording()),
                () -> new MendedAims(aims.purpose(), List.of(first, first), aims.targetParticipants(), aims.participationMode()));
        refused("At most twelve objectives, please: choose those that matter most.", () -> new MendedAims(aims.purpose(),
                IntStream.rangeClosed(1, 13).mapToObj(nr -> new Objective("Objective " + nr, "Number", "0", "1")).toList(),
                aims.targetParticipants(), aims.participationMode()));
        refused("Please say how the participants take part.",
                () -> new MendedAims(aims.purpose(), aims.objectives(), aims.targetParticipants(), null));
    }

    @Test
    void once_they_have_agreed_it_takes_an_amendment() {
        PartnershipId sealed = ladder.inForce(Map.of(FAO, Role.EXPERT, GOI, Role.RESOURCE_PROVIDER, NGO, Role.IMPLEMENTER));
        MendedAims aims = MendedAims.of(partnerships.card(sealed));
        partnerships.mendAims(sealed, aims);
        refused("The partners mend the aims while they negotiate: it stands at “In force”.", () -> partnerships.mendAims(sealed,
                new MendedAims("Something else", aims.objectives(), aims.targetParticipants(), aims.participationMode())));
    }

    @Test
    void a_wish_for_a_change_brings_the_vision_back_and_new_words_go_to_all() {
        visions.draftVision(id, "First", agenda(FAO), visions.aims(id), COORDINATOR);
        refused("The visions are together already. You will be asked what you think of the shared one.",
                () -> visions.shareVision(id, FAO, "Late", "Late", null, "f"));
        visions.endorse(id, FAO, 1, "f");
        visions.endorse(id, GOI, 1, "g");
        refused("Please say what should be changed.", () -> visions.askForChange(id, NGO, 1, "", "n"));
        visions.askForChange(id, NGO, 1, "Name the women farmers", "n");
        assertThat(visions.tallyEndorsements(id)).isFalse();
        assertThat(visions.wishes(id)).containsEntry(NGO, "Name the women farmers");
        refused("Nobody is asked about the vision now. You get a mail when it is your turn again.", () -> visions.endorse(id, NGO, 1, "n"));
        visions.draftVision(id, "Second", agenda(FAO), visions.aims(id), COORDINATOR);
        assertThat(founders.awaited(id)).containsExactly(FAO, GOI, NGO);
        refused("The vision was changed since you opened this page. Please open it again and look once more.",
                () -> visions.endorse(id, FAO, 1, "f"));
    }

    @Test
    void a_vision_in_the_same_words_goes_only_to_those_who_have_not_endorsed_it() {
        visions.draftVision(id, "First", agenda(FAO), visions.aims(id), COORDINATOR);
        visions.endorse(id, FAO, 1, "f");
        visions.endorse(id, GOI, 1, "g");
        assertThat(visions.tallyEndorsements(id)).isFalse();
        visions.draftVision(id, "First", agenda(FAO), visions.aims(id), COORDINATOR);
        assertThat(founders.awaited(id)).containsExactly(NGO);
        visions.endorse(id, NGO, 1, "n");
        refused("Your organisation is not asked about the vision this time.", () -> visions.askForChange(id, FAO, 1, "Late", "f"));
        visions.askForChange(id, NGO, 1, "Name the women farmers", "n");
        assertThat(visions.wishes(id)).as("the last answer counts").containsEntry(NGO, "Name the women farmers");
        assertThat(visions.vision(id).orElseThrow().endorsedBy()).containsExactly(FAO, GOI);
        visions.endorse(id, NGO, 1, "n");
        assertThat(visions.wishes(id)).isEmpty();
        assertThat(visions.tallyEndorsements(id)).isTrue();
    }

    @Test
    void who_joins_while_the_others_are_asked_endorses_with_them() {
        visions.draftVision(id, "First", agenda(FAO), visions.aims(id), COORDINATOR);
        visions.endorse(id, FAO, 1, "f");
        joins(UNA, Role.EXPERT, Standing.PARTNER);
        assertThat(founders.awaited(id)).containsExactly(GOI, NGO, UNA);
        List.of(GOI, NGO, UNA).forEach(partner -> visions.endorse(id, partner, 1, "focal"));
        assertThat(founders.awaited(id)).isEmpty();
        assertThat(visions.tallyEndorsements(id)).isTrue();
    }

    @Test
    void a_step_comes_after_the_proposal_and_within_the_months_of_the_aims() {
        refused("“Train the first facilitators”: 1 January 1999 lies before the day the partnership was proposed, ….",
                () -> visions.draftVision(id, "First", agenda(FAO, LocalDate.of(1999, 1, 1)), visions.aims(id), COORDINATOR));
        LocalDate last = LocalDate.now(clock).plusMonths(36);
        refused(("“Train the first facilitators”: %s is later than the 36 months of which the aims speak; from today they end on"
                + " %s.").formatted(
                Days.inWords(last.plusDays(1)), Days.inWords(last)),
                () -> visions.draftVision(id, "First", agenda(FAO, last.plusDays(1)), visions.aims(id), COORDINATOR));
        visions.draftVision(id, "First", agenda(FAO, last), visions.aims(id), COORDINATOR);
    }

    @Test
    void an_agenda_names_partners_only() {
        refused("“Train the first facilitators”: Stranger is no partner in this partnership.",
                () -> visions.draftVision(id, "First", agenda(new OrganisationId("Stranger")),
                        visions.aims(id), COORDINATOR));
        refused("Please write at least one step of the agenda: what, who, by when, with what.",
                () -> visions.draftVision(id, "First", List.of(), visions.aims(id), COORDINATOR));
        refused("“Train”: please say with what; “own means” is an answer.",
                () -> new AgendaItem("Train", FAO, LocalDate.of(2027, 1, 1), " "));
    }

    // Silence, leaving, ending

    @Test
    void the_others_go_on_without_who_was_silent_twice_in_a_row() {
        askedInVain();
        assertThat(founders.silent(id)).containsExactly(NGO);
        refused("Organisation Ngo has answered meanwhile, or was asked only once. Please open the form again.",
                () -> founders.goOnWithout(id, List.of(NGO), "No answer", COORDINATOR));
        askedInVain();
        refused("Please say why you go on without it: it and all others will read it.",
                () -> founders.goOnWithout(id, List.of(NGO), " ", COORDINATOR));
        founders.goOnWithout(id, List.of(NGO), "Two letters, no answer", COORDINATOR);
        assertThat(events.stream(FounderLeft.class)).containsExactly(
                new FounderLeft(id, List.of(NGO), "Organisation Ngo", "Two letters, no answer", List.of(FAO, GOI)));
        assertThat(partnerships.members(id)).extracting(Member::organisation).containsExactly(FAO, GOI);
    }

    private void askedInVain() {
        visions.draftVision(id, "First", agenda(FAO), visions.aims(id), COORDINATOR);
        founders.awaited(id).stream().filter(partner -> !partner.equals(NGO)).forEach(partner -> visions.endorse(id, partner, 1, "f"));
        assertThat(visions.tallyEndorsements(id)).isFalse();
    }

    @Test
    void an_answer_in_between_ends_the_silence() {
        askedInVain();
        visions.draftVision(id, "First", agenda(FAO), visions.aims(id), COORDINATOR);
        visions.askForChange(id, NGO, 1, "Name the women farmers", "n");
        visions.tallyEndorsements(id);
        visions.draftVision(id, "First", agenda(FAO), visions.aims(id), COORDINATOR);
        visions.tallyEndorsements(id);
        assertThat(founders.silent(id)).containsExactly(NGO);
        assertThat(founders.silentTwice(id)).isEmpty();
    }

    @Test
    void who_leaves_is_no_partner_any_more_and_with_fewer_than_two_it_ends() {
        visions.draftVision(id, "First", agenda(FAO), visions.aims(id), COORDINATOR);
        refused("Please say why: all other partners will read it.", () -> founders.leave(id, NGO, "", "n"));
        founders.leave(id, NGO, "No staff", "n");
        assertThat(events.stream(PartnerLeft.class)).containsExactly(new PartnerLeft(id, NGO));
        refused("Your organisation is no partner of this partnership any more.", () -> founders.leave(id, NGO, "Again", "n"));
        refused("There are still partners who look for a vision, and nobody stopped them.", () -> founders.end(id));
        founders.leave(id, GOI, "No budget", "g");
        assertThat(founders.goOn(id)).isFalse();
        assertThat(visions.tallyEndorsements(id)).isFalse();
        founders.end(id);
        assertThat(partnerships.card(id).phase()).isEqualTo(Phase.ENDED);
        assertThat(events.stream(VisionGivenUp.class)).as("said once").singleElement().satisfies(fact -> {
            assertThat(fact.told()).containsExactly(FAO);
            assertThat(fact.reason()).startsWith("Fewer than two partners are left.").contains("left: No");
        });
        refused("There is no common ground for this vision. Nothing can change in it any more.",
                () -> founders.leave(id, FAO, "Me too", "f"));
    }

    @Test
    void without_common_ground_the_partnership_ends_with_the_reason_and_the_ally_hears_it_too() {
        OrganisationId ally = new OrganisationId("Shop");
        joins(ally, Role.ALLY, Standing.ALLY);
        refused("Please say why there is no common ground: all partners will read it.", () -> founders.giveUp(id, null, COORDINATOR));
        founders.giveUp(id, "The aims are too far apart", COORDINATOR);
        assertThat(partnerships.card(id).outcome()).isEqualTo("The aims are too far apart");
        assertThat(events.stream(NoCommonGroundFound.class)).hasSize(1);
        assertThat(events.stream(VisionGivenUp.class)).singleElement()
                .satisfies(fact -> assertThat(fact.told()).containsExactlyInAnyOrder(FAO, GOI, NGO, ally));
    }

    private void joins(OrganisationId organisation, Role role, Standing standing) {
        ladder.verified(List.of(organisation));
        partnerships.admit(id, organisation, standing, List.of(new SeatIn(role, Level.NATIONAL, null, null)));
    }
}
