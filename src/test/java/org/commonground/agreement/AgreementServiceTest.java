package org.commonground.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.negotiation.SampleTerms.terms;
import static org.commonground.stage.Refusals.refused;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonground.agreement.Completeness.Missing;
import org.commonground.agreement.Completeness.Question;
import org.commonground.document.Documents;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.negotiation.ConsentRule;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.ContributionKind;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.PartyLeft;
import org.commonground.negotiation.Position;
import org.commonground.negotiation.PositionKind;
import org.commonground.negotiation.Renewal;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.SampleTerms;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.negotiation.TopicsReopened;
import org.commonground.organisation.FlagLevel;
import org.commonground.organisation.FlagService;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.PeopleService;
import org.commonground.organisation.Registrations;
import org.commonground.partnership.Member;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.Link;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.vision.AgendaItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;

/** What an agreement promises. Fao, Goi and Ngo have agreed on every topic; each has one person with a mandate. */
@DomainTest
class AgreementServiceTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId NGO = new OrganisationId("Ngo");
    private static final OrganisationId SHOP = new OrganisationId("Shop");
    private static final String COORDINATOR = "coordinator";

    @Autowired
    OncePerTransaction once;
    @Autowired
    Ladder ladder;
    @Autowired
    AgreementService service;
    @Autowired
    RoundService rounds;
    @Autowired
    DraftingService drafting;
    @Autowired
    SigningService signing;
    @Autowired
    SealedTerms agreed;
    @Autowired
    NegotiationService negotiations;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    OrganisationService organisations;
    @Autowired
    PeopleService people;
    @Autowired
    FlagService flags;
    @Autowired
    Documents documents;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MovableClock clock;
    @Autowired
    ApplicationEvents events;

    private PartnershipId partnership;
    private NegotiationId negotiation;

    @BeforeEach
    void everything_is_agreed() {
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(FAO, Role.EXPERT);
        partners.put(GOI, Role.RESOURCE_PROVIDER);
        partners.put(NGO, Role.IMPLEMENTER);
        List.of(FAO, GOI, NGO, SHOP).forEach(one -> {
            organisations.register(Registrations.of(one.code()), COORDINATOR);
            organisations.verify(one, null);
            people.giveMandate(one, focal(one), today(), null, focal(one));
        });
        partnership = ladder.chosen(partners);
        partnerships.admit(partnership, SHOP, Standing.ALLY, List.of(new SeatIn(Role.ALLY, Level.NATIONAL, null, null)));
        partnerships.connect(partnership, List.of(new Link(FAO, NGO, "Training the trainers", Level.LOCAL)));
        negotiation = ladder.agreed(partnership);
        drafting.chooseForm(negotiation, AgreementForm.MEMORANDUM, "The partners need no contract.");
    }

    // The text

    @Test
    void the_text_says_everything_that_binds() {
        drafting.draft(negotiation);
        Paper paper = service.paper(partnership, 1);
        assertThat(paper.title()).isEqualTo("Cotton without poison");
        assertThat(paper.formLabel()).isEqualTo("Memorandum of understanding");
        assertThat(paper.stage()).isEqualTo(VersionStage.DRAFT);
        assertThat(paper.sha256()).isNull();
        assertThat(paper.parties()).extracting(Party::code, Party::mustSign).containsExactly(tuple("Fao", true), tuple("Goi", true),
                tuple("Ngo", true), tuple("Shop", false));
        assertThat(paper.clauses()).extracting(Clause::key).containsExactly("parties", "allies", "purpose", "vision", "objectives", "where",
                "agenda", "contributions", "topics", "topic-1", "topic-2", "topic-3", "topic-4", "topic-5", "topic-6", "topic-7", "topic-8",
                "topic-9", "topic-10", "topic-11", "topic-12", "topic-13", "topic-14", "topic-15", "topic-16", "terms", "web", "roles",
                "overrides", "signing");
        assertThat(clause(paper, "topic-7").number()).isEqualTo("9.7");
        assertThat(words(paper)).contains("Organisation Fao (Fao)", "Expert, local", "Healthy fields everywhere",
                "Endorsed by Organisation Fao, Organisation Goi and Organisation Ngo.", "Farmers spray less", "Sprayings per season",
                "Their federation decides with us", "Train the first facilitators", Days.brief(SampleTerms.START.plusMonths(3)),
                "Money for the schools", "100,000 EUR",
                Topic.TRUST.suggestedWording(), "By consensus", "Every 12 months", "Dialogue 14 days, facilitation 21 days", "36 months",
                "Training the trainers", "All reading times were kept.", "The partners need no contract.",
                "The contributions are listed in the clause “Contributions”.", "36 months were thought of",
                        "It begins on the day it is sealed");
        assertThat(clause(paper, "topic-1").paragraphs()).as("what the parties saw when they accepted")
                .containsExactly(Topic.DECISION_POWER.suggestedWording(), "The partners decide by consensus.");
        assertThat(paper.webSvg()).contains("<svg");
    }

    @Test
    void reservations_waivers_and_overrides_are_printed() {
        NegotiationId other = ladder.drafted(anotherPartnership());
        rounds.openRound(other);
        List<Position> positions = new ArrayList<>(rounds.roundFor(other, FAO).topics().stream()
                .map(topic -> new Position(topic.topic(), topic.nr(), PositionKind.ACCEPT, null)).toList());
        positions.set(0, new Position(Topic.DECISION_POWER, 1, PositionKind.STAND_ASIDE, "We would rather vote."));
        rounds.recordPositions(other, FAO, positions, "focal");
        ladder.acceptAll(other, GOI);
        rounds.openReading(other, Instant.now());
        List.of(FAO, GOI).forEach(party -> rounds.read(other, party, true, Set.of(), null, "focal"));
        rounds.closeRound(other);
        PartnershipId id = negotiations.card(other).partnership();
        partnerships.waive(id, partnerships.neededRoles(id).get(0).id(), "The university helps in the first year.", COORDINATOR);
        drafting.chooseForm(other, AgreementForm.LETTER, "Short and small.");
        drafting.draft(other);
        Paper paper = service.paper(id, 1);
        assertThat(clause(paper, "topic-1").table().rows()).containsExactly(List.of("Organisation Fao", "We would rather vote."));
        assertThat(words(paper)).contains("Waived: The university helps in the first year.", "Reading time waived by all in round 1.");
    }

    @Test
    void where_nothing_changed_the_draft_stays() {
        assertThat(drafting.draft(negotiation)).isEqualTo(1);
        assertThat(drafting.draft(negotiation)).isEqualTo(1);
        assertThat(service.versions(partnership)).hasSize(1);
    }

    @Test
    void a_new_version_tells_what_changed_and_makes_the_old_one_void() {
        drafting.draft(negotiation);
        partnerships.connect(partnership, List.of(new Link(GOI, NGO, "Release of funds", Level.STATE)));
        assertThat(drafting.draft(negotiation)).isEqualTo(2);
        assertThat(service.changes(partnership, 2)).singleElement().satisfies(change -> {
            assertThat(change.clause()).isEqualTo("11 Web of partners");
            assertThat(change.before()).as("it was only added").isNull();
            assertThat(change.after()).contains("Release of funds");
        });
        assertThat(service.changes(partnership, 1)).isEmpty();
        assertThat(service.versions(partnership)).extracting(VersionCard::nr, VersionCard::stage)
                .containsExactly(tuple(2, VersionStage.DRAFT), tuple(1, VersionStage.VOID));
        assertThat(events.stream(AgreementVoided.class)).as("nobody was asked to sign it").isEmpty();
    }

    @Test
    void the_form_is_asked_with_what_was_said_and_negotiated() {
        assertThat(drafting.formQuestion(negotiation)).isEqualTo(new FormQuestion(false, true, 3, 36));
    }

    @Test
    void nothing_is_drafted_without_a_form_and_nothing_is_found_where_nothing_is() {
        NegotiationId other = ladder.agreed(anotherPartnership());
        refused("The form of the agreement is not chosen yet.", () -> drafting.draft(other));
        assertThatThrownBy(() -> service.current(other)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> service.paper(partnership, 7)).isInstanceOf(NotFound.class);
        refused("The agreement of %s is not sealed yet.".formatted(partnership), () -> agreed.of(partnership));
    }

    // Completeness

    @Test
    void what_was_agreed_in_full_is_complete() {
        assertThat(drafting.score(negotiation)).isEqualTo(new Completeness(100, List.of()));
    }

    @Test
    void what_is_missing_is_named_and_nothing_is_released() {
        people.endMandate(NGO, focal(NGO), focal(NGO));
        flags.raise(GOI, FlagLevel.RED, "Funds are missing", COORDINATOR, partnership);
        rounds.reopen(negotiation, Set.of(Topic.CONFLICT), "Fourteen days are too few", null, COORDINATOR);
        drafting.draft(negotiation);
        Completeness score = drafting.score(negotiation);
        assertThat(score.percent()).isBetween(80, 99);
        assertThat(score.missing()).extracting(Missing::question).containsExactly(Question.WHO, Question.WHO, Question.WHAT_IF);
        assertThat(score.missing()).extracting(Missing::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("Nobody may sign for Organisation Ngo"))
                .anySatisfy(sentence -> assertThat(sentence).contains("red flag stands against Organisation Goi"))
                .anySatisfy(sentence -> assertThat(sentence).contains("Topic 12"));
        refused("The agreement is not complete yet. A red flag stands against Organisation Goi. It can sign once the flag is resolved. "
                + "Nobody may sign for Organisation Ngo today. Its focal point can give a person a mandate in “Update people”. Topic "
                + "12, resolving conflicts, is not agreed yet. You can reopen topic 12 with a reason.",
                () -> drafting.release(negotiation, 1, COORDINATOR));
    }

    @Test
    void a_needed_role_that_nobody_takes_is_missing_until_it_is_waived() {
        negotiations.leave(negotiation, FAO, "No staff left", focal(FAO));
        assertThat(drafting.score(negotiation).missing()).extracting(Missing::sentence)
                .anySatisfy(sentence -> assertThat(sentence).startsWith("Nobody takes the role “Expert, local”"));
        partnerships.waive(partnership, partnerships.gaps(partnership).get(0).id(), "The university helps", COORDINATOR);
        assertThat(drafting.score(negotiation).missing()).extracting(Missing::sentence).noneMatch(sentence -> sentence.contains("role"));
    }

    @Test
    void who_takes_a_role_is_judged_by_the_registry_and_how_it_belongs_there_is_printed() {
        drafting.draft(negotiation);
        assertThat(clause(service.paper(partnership, 1), "roles").table().rows().get(0)).last().isEqualTo("Organisation Fao");
        jdbc.sql("delete from organisation_level where organisation = 'Fao' and level = 'local'").update();
        assertThat(drafting.score(negotiation).missing()).extracting(Missing::question, Missing::sentence).containsExactly(tuple(
                Question.WHO, "Nobody takes the role “Expert, local”. The registry does not know Organisation Fao as local. You can go on"
                        + " without it and say why."));
        drafting.draft(negotiation);
        assertThat(clause(service.paper(partnership, 2), "roles").table().rows().get(0)).last().isEqualTo("Nobody yet");
        jdbc.sql("update seat set belongs = 'Its people live there' where role = 'expert'").update();
        assertThat(drafting.score(negotiation).isComplete()).isTrue();
        drafting.draft(negotiation);
        assertThat(clause(service.paper(partnership, 3), "roles").table().rows().get(0)).last()
                .isEqualTo("Organisation Fao (how it belongs there: Its people live there)");
    }

    @Test
    void a_step_whose_owner_left_is_taken_over_by_another_partner_and_once_more_when_that_one_leaves_too() {
        partnership = ladder.chosen(withShop());
        negotiation = ladder.agreed(partnership);
        drafting.chooseForm(negotiation, AgreementForm.MEMORANDUM, "The partners need no contract.");
        negotiations.leave(negotiation, FAO, "No staff left", focal(FAO));
        assertThat(drafting.score(negotiation).missing()).extracting(Missing::question, Missing::sentence).contains(tuple(Question.HOW,
                "“Train the first facilitators” in the agenda of action was the part of Organisation Fao, which has left. Let it be drafted"
                        + " again, and say who takes it over or why it is dropped."));
        int step = drafting.openSteps(negotiation).get(0).nr();
        refused("“Train the first facilitators”: Fao is no partner in this partnership.",
                () -> drafting.handOver(negotiation, step, FAO, null, COORDINATOR));
        refused("What becomes of “Train the first facilitators”: “中” (CJK UNIFIED IDEOGRAPHS 4E2D, U+4E2D) cannot be printed, and this"
                + " will stand in a paper that is signed. Please write it in other letters.",
                () -> drafting.handOver(negotiation, step, NGO, "It grows 中", COORDINATOR));
        drafting.handOver(negotiation, step, NGO, null, COORDINATOR);
        assertThat(drafting.openSteps(negotiation)).isEmpty();
        refused("This step of the agenda has somebody who does it. Please open the form again.",
                () -> drafting.drop(negotiation, step, "Too late", COORDINATOR));

        negotiations.leave(negotiation, NGO, "No staff left either", focal(NGO));
        assertThat(drafting.openSteps(negotiation)).extracting(one -> one.item().who()).containsExactly(NGO);
        drafting.handOver(negotiation, step, GOI, "It has people in the district", COORDINATOR);
        assertThat(drafting.score(negotiation).missing()).extracting(Missing::sentence).noneMatch(one -> one.contains("agenda"));
        Paper paper = service.paper(partnership, drafting.draft(negotiation));
        assertThat(clause(paper, "agenda").table().rows().get(0)).contains("Train the first facilitators", "Organisation Goi");
        assertThat(clause(paper, "overrides").paragraphs()).containsExactly("All reading times were kept.",
                "“Train the first facilitators” in the agenda of action was the part of Organisation Fao, which has left. Organisation Ngo"
                        + " takes it over.",
                "“Train the first facilitators” in the agenda of action was the part of Organisation Ngo, which has left. Organisation Goi"
                        + " takes it over: It has people in the district");
    }

    private static Map<OrganisationId, Role> withShop() {
        Map<OrganisationId, Role> four = new LinkedHashMap<>();
        four.put(FAO, Role.EXPERT);
        four.put(GOI, Role.RESOURCE_PROVIDER);
        four.put(NGO, Role.IMPLEMENTER);
        four.put(SHOP, Role.EXPERT);
        return four;
    }

    @Test
    void a_step_whose_owner_left_is_dropped_with_a_reason_that_is_printed() {
        jdbc.sql("""
                insert into agenda_item (partnership, draft, nr, what, who, by_when, needed)
                select partnership, draft, 2, 'Open the first schools', 'Ngo', by_when, needed from agenda_item where partnership = ?""")
                .param(partnership.value()).update();
        negotiations.leave(negotiation, FAO, "No staff left", focal(FAO));
        int step = drafting.openSteps(negotiation).get(0).nr();
        refused("Please say why “Train the first facilitators” is dropped: the reason is printed in the agreement.",
                () -> drafting.drop(negotiation, step, " ", COORDINATOR));
        drafting.drop(negotiation, step, "The NGO has facilitators enough.", COORDINATOR);
        refused("This step of the agenda has somebody who does it. Please open the form again.",
                () -> drafting.drop(negotiation, step, "Once more", COORDINATOR));
        Paper paper = service.paper(partnership, drafting.draft(negotiation));
        assertThat(clause(paper, "agenda").table().rows()).singleElement().asList().contains("Open the first schools");
        assertThat(clause(paper, "overrides").paragraphs()).contains("“Train the first facilitators” in the agenda of action was the part"
                + " of Organisation Fao, which has left. The step is dropped: The NGO has facilitators enough.");
        assertThat(agreed.agenda(partnership)).extracting(AgendaItem::what).containsExactly("Open the first schools");
    }

    @Test
    void without_somebody_local_where_the_work_is_new_there_is_no_agreement() {
        negotiations.leave(negotiation, GOI, "No staff left", focal(GOI));
        assertThat(drafting.score(negotiation).missing()).extracting(Missing::question, Missing::sentence).contains(tuple(Question.WHO,
                "Nobody local takes part in Warangal, where the work is new. Without a local partner there is no agreement: any "
                        + "partner can raise “A new partner”, or you reopen a topic, and end the negotiation."));
    }

    @Test
    void a_review_comes_before_the_agreement_is_over_whatever_was_agreed_first() {
        rounds.reopen(negotiation, Set.of(Topic.DURATION), "One year is enough", null, COORDINATOR);
        rounds.reconcile(negotiation, Map.of(), new Terms(null, null, null, null, null, null, null, null, null, null, null, 12, 3,
                ConsentRule.ALL, Renewal.NONE, null, null, null), COORDINATOR);
        ladder.round(negotiation);
        assertThat(drafting.score(negotiation).missing()).containsExactly(new Missing(Question.HOW,
                "The first review would come only when the agreement is over. You can reopen topic 6 with a reason."));
    }

    @Test
    void what_lies_outside_the_term_is_asked_about_before_anything_is_released() {
        drafting.draft(negotiation);
        jdbc.sql("update contribution set from_day = '1999-01-01', to_day = '1999-12-31' where organisation = 'Fao'").update();
        jdbc.sql("update contribution set to_day = '2040-12-31' where organisation = 'Goi'").update();
        jdbc.sql("update agenda_item set by_when = '2041-01-01'").update();
        Completeness score = drafting.score(negotiation);
        assertThat(score.percent()).isLessThan(100);
        String ends = "its 36 months, counted from today, %s, end on %s.".formatted(Days.inWords(today()),
                Days.inWords(today().plusMonths(36).minusDays(1)));
        String proposed = Days.inWords(partnerships.proposedOn(partnership));
        String mend = " You can reopen topic 4, or topic 16 for another duration, with a reason.";
        assertThat(score.missing()).extracting(Missing::question).containsOnly(Question.WHAT);
        assertThat(score.missing()).extracting(Missing::sentence).containsExactlyInAnyOrder(
                "Organisation Fao: “Two days a month”, 1 January 1999 to 31 December 1999, begins before the partnership was"
                        + " proposed, which was on " + proposed + "." + mend,
                "Organisation Goi: “Money for the schools”, %s to 31 December 2040, goes on longer than the agreement: ".formatted(
                Days.inWords(SampleTerms.START)) + ends + mend,
                "Agenda of action: “Train the first facilitators”, on 1 January 2041, comes when the agreement is over: " + ends
                        + " You can reopen topic 16 with a reason, so that the partners agree on a longer duration.");
        drafting.draft(negotiation);
        refused("The agreement is not complete yet. Organisation Fao: “Two days a month”…",
                () -> drafting.release(negotiation, service.current(negotiation).nr(), COORDINATOR));
    }

    @Test
    void a_character_that_cannot_be_printed_is_named_with_its_place_before_anything_is_released() {
        jdbc.sql("update organisation set name = '中华人民共和国农业农村部' where code = 'Goi'").update();
        assertThat(drafting.score(negotiation).missing()).extracting(Missing::question, Missing::sentence).containsExactly(tuple(
                Question.WHO, "Party “中华人民共和国农业农村部”: “中” (CJK UNIFIED IDEOGRAPHS 4E2D, U+4E2D) cannot be printed. Its name comes from the"
                        + " registry: please tell the administrator."));
        drafting.draft(negotiation);
        refused("The agreement is not complete yet. Party “中华人民共和国农业农村部”: …",
                () -> drafting.release(negotiation, service.current(negotiation).nr(), COORDINATOR));
        jdbc.sql("update organisation set name = 'Organisation Goi' where code = 'Goi'").update();
        jdbc.sql("update wording set words = 'We trust 中' where topic = 'trust'").update();
        assertThat(drafting.score(negotiation).missing()).extracting(Missing::sentence).containsExactly(
                "Clause 9.11, mutual trust and respect: “中” (CJK UNIFIED IDEOGRAPHS 4E2D, U+4E2D) cannot be printed. You can"
                        + " reopen topic 11 with a reason.");
    }

    @Test
    void an_amendment_needs_its_own_topics_only() {
        sealed(1, FAO, GOI, NGO);
        NegotiationId amendment = ladder.changing(partnership, List.of(FAO, NGO), Map.of(Topic.MONITORING, "Every half year"),
                terms(List.of()));
        drafting.chooseForm(amendment, AgreementForm.LETTER, "It changes one rule.");
        assertThat(drafting.score(amendment).missing()).extracting(Missing::sentence).singleElement().asString().startsWith("Topic 6");
        ladder.round(amendment);
        assertThat(drafting.score(amendment).isComplete()).isTrue();
        assertThat(drafting.draft(amendment)).isEqualTo(2);
        assertThat(service.paper(partnership, 2).parties()).filteredOn(Party::mustSign).extracting(Party::code)
                .containsExactly("Fao", "Ngo");
        assertThat(clause(service.paper(partnership, 2), "signing").paragraphs()).last().isEqualTo(
                ("It holds from the day it is sealed. The months of its duration count from %s, when the first agreement was sealed, and"
                        + " end on %s.").formatted(Days.inWords(today()), Days.inWords(today().plusMonths(36).minusDays(1))));
    }

    @Test
    void a_draft_that_lags_behind_is_not_released() {
        drafting.draft(negotiation);
        partnerships.connect(partnership, List.of(new Link(GOI, NGO, "Release of funds", Level.STATE)));
        refused("Something has changed since version 1 was drafted. Please let it be drafted again.",
                () -> drafting.release(negotiation, 1, COORDINATOR));
        drafting.draft(negotiation);
        refused("You looked at version 1, and that is no draft any more. Please open the page again.",
                () -> drafting.release(negotiation, 1, COORDINATOR));
        drafting.release(negotiation, 2, COORDINATOR);
    }

    // Signing

    @Test
    void signing_freezes_the_text_and_begins_the_phase() {
        String hash = opened();
        signing.openSigning(negotiation);
        assertThat(hash).hasSize(64).isEqualTo(service.paper(partnership, 1).sha256());
        assertThat(partnerships.card(partnership).phase()).isEqualTo(Phase.SIGNING);
        assertThat(service.isIntact(partnership, 1)).isTrue();
        assertThat(signing.awaited(negotiation)).containsExactly("Fao", "Goi", "Ngo");
    }

    @Test
    void who_was_never_asked_to_sign_before_reads_of_no_changes() {
        drafting.draft(negotiation);
        partnerships.connect(partnership, List.of(new Link(GOI, NGO, "Release of funds", Level.STATE)));
        opened(2);
        assertThat(service.changes(partnership, 2)).as("the coordinator sees what became of the draft").hasSize(1);
        assertThat(signing.toSign(negotiation, FAO).changes()).isEmpty();
        assertThat(service.paper(partnership, 2).holds()).as("not known yet").isNull();
    }

    @Test
    void each_party_signs_once_and_nobody_gets_a_half_signed_copy() {
        String hash = opened();
        sign(FAO, hash);
        assertThat(signing.awaited(negotiation)).containsExactly("Goi", "Ngo");
        assertThat(service.paper(partnership, 1).signatures()).isEmpty();
        refused("Focal of Fao has signed for your organisation already. There is nothing left to do.", () -> sign(FAO, hash));
        refused("Focal of Fao has signed for your organisation already. There is nothing left to do.",
                () -> signing.decline(negotiation, FAO, hash, Topic.TRUST, "Too late", focal(FAO)));
        refused("Still missing: Organisation Goi and Organisation Ngo.", () -> signing.seal(negotiation));
    }

    @Test
    void a_signature_from_a_stranger_is_refused() {
        String hash = opened();
        refused("You have no mandate to sign today. Focal of Fao can sign for your organisation; your focal point can give you a "
                + "mandate, too.", () -> signing.sign(negotiation, FAO, hash, focal(GOI)));
        refused("Your organisation is no party of this agreement, so it does not sign.",
                () -> signing.sign(negotiation, SHOP, hash, focal(SHOP)));
    }

    @Test
    void a_mandate_holds_on_its_days_only_and_who_has_one_is_told() {
        people.invite(NGO, "ngoTwo", "Ravi", "ravi@example.org", focal(NGO));
        people.giveMandate(NGO, "ngoTwo", today().plusDays(2), null, focal(NGO));
        String hash = opened();
        refused("You have no mandate to sign today. Focal of Ngo can sign for your organisation; your focal point can give you a "
                + "mandate, too.", () -> signing.sign(negotiation, NGO, hash, "ngoTwo"));
        people.endMandate(NGO, focal(NGO), focal(NGO));
        refused("Nobody of your organisation has a mandate to sign today. Your focal point can give one in “Update people”.",
                () -> sign(NGO, hash));
        clock.advance(Duration.ofDays(3));
        signing.sign(negotiation, NGO, hash, "NGOTWO");
        assertThat(signing.awaited(negotiation)).containsExactly("Fao", "Goi");
    }

    @Test
    void nothing_is_signed_while_a_red_flag_stands() {
        String hash = opened();
        UUID flag = flags.raise(GOI, FlagLevel.RED, "Funds are missing", COORDINATOR, partnership);
        refused("A red flag stands against your organisation, and nothing can be signed while it does. The coordinator can tell you more.",
                () -> sign(GOI, hash));
        flags.resolve(flag, "They were found", COORDINATOR);
        sign(GOI, hash);
    }

    @Test
    void who_signed_and_is_flagged_afterwards_is_missing() {
        String hash = opened();
        List.of(FAO, GOI, NGO).forEach(one -> sign(one, hash));
        UUID flag = flags.raise(GOI, FlagLevel.RED, "Funds are missing", COORDINATOR, partnership);
        assertThat(signing.isSignedByAll(negotiation)).isFalse();
        assertThat(signing.missing(negotiation))
                .containsExactly(new MissingSignature(GOI, "Organisation Goi", true, "A red flag stands against it"));
        flags.resolve(flag, "They were found", COORDINATOR);
        assertThat(signing.isSignedByAll(negotiation)).isTrue();
    }

    @Test
    void a_stale_page_signs_nothing() {
        String old = opened();
        signing.decline(negotiation, GOI, old, Topic.CONTRIBUTIONS, "The dates do not fit", focal(GOI));
        refused("A partner has just declined version 1, so nobody signs it any more. You get a mail that says why.", () -> sign(FAO, old));
        signing.reopenDeclined(negotiation);
        refused("Version 1 can no longer be signed. Organisation Goi did not sign: The dates do not fit", () -> sign(FAO, old));
        ladder.round(negotiation);
        partnerships.connect(partnership, List.of(new Link(GOI, NGO, "Release of funds", Level.STATE)));
        String hash = opened(2);
        assertThat(hash).isNotEqualTo(old);
        refused("The page you opened shows another text than version 2, which is for signature now. Please open it again and read what "
                + "changed.", () -> sign(FAO, old));
        sign(FAO, hash);
    }

    @Test
    void one_changed_character_changes_the_hash_and_is_noticed() {
        String hash = opened();
        behindTheHouse("update clause set content = replace(content, 'bad news early', 'bad news earlz')");
        assertThat(service.isIntact(partnership, 1)).isFalse();
        refused("The text of version 1 was changed after signing opened. Nobody can sign it; please tell the administrator.",
                () -> sign(FAO, hash));
        behindTheHouse("update clause set content = replace(content, 'bad news earlz', 'bad news early')");
        assertThat(service.isIntact(partnership, 1)).isTrue();
        behindTheHouse("update canonical_text set words = replace(words, 'Cotton', 'Kotton')");
        assertThat(service.isIntact(partnership, 1)).isFalse();
    }

    /** In another transaction than those of the house. */
    private void behindTheHouse(String update) {
        jdbc.sql(update).update();
        once.forget();
    }

    @Test
    void who_looks_before_signing_sees_rules_reservations_and_what_changed() {
        String old = opened();
        ToSign first = signing.toSign(negotiation, FAO);
        assertThat(first.maySign()).containsExactly("Focal of Fao");
        assertThat(first.version().sha256()).isEqualTo(old);
        assertThat(first.changes()).isEmpty();
        assertThat(first.terms()).contains(List.of("How the partners decide", "By consensus"), List.of("Beginning and end",
                "If it is sealed today: " + Days.brief(today(), today().plusMonths(36).minusDays(1))));
        signing.decline(negotiation, GOI, old, Topic.CONTRIBUTIONS, "The dates do not fit", focal(GOI));
        signing.reopenDeclined(negotiation);
        rounds.reconcile(negotiation, Map.of(Topic.CONTRIBUTIONS, "Everybody brings what it can."), rounds.terms(negotiation), COORDINATOR);
        ladder.round(negotiation);
        opened(2);
        assertThat(signing.toSign(negotiation, FAO).changes()).singleElement().satisfies(change -> {
            assertThat(change.clause()).isEqualTo("9.4 Contributions");
            assertThat(change.after()).startsWith("Everybody brings what it can.");
        });
    }

    // When it does not come to a seal

    @Test
    void who_declines_stops_the_signing_for_all_and_reopens_the_topic() {
        String hash = opened();
        sign(FAO, hash);
        refused("Please say why you do not sign: all partners read it.",
                () -> signing.decline(negotiation, GOI, hash, Topic.CONTRIBUTIONS, " ", focal(GOI)));
        signing.decline(negotiation, GOI, hash, Topic.CONTRIBUTIONS, "The dates do not fit", focal(GOI));
        assertThat(signing.isSigningStopped(negotiation)).isTrue();
        assertThat(signing.awaited(negotiation)).isEmpty();
        refused("A partner has declined meanwhile. Please extend the time: its topic is then open again at once.",
                () -> signing.goOnWithoutMissing(negotiation, "It declined", COORDINATOR));
        assertThat(signing.isSignedByAll(negotiation)).isFalse();
        signing.reopenDeclined(negotiation);
        signing.reopenDeclined(negotiation);
        assertThat(signing.isSigningStopped(negotiation)).isTrue();
        assertThat(service.current(negotiation).stage()).isEqualTo(VersionStage.VOID);
        assertThat(rounds.allTopicsAgreed(negotiation)).isFalse();
        assertThat(rounds.topics(negotiation)).hasSize(15);
        assertThat(events.stream(SignatureDeclined.class)).singleElement().satisfies(fact -> {
            assertThat(fact.topic()).isEqualTo("4. Contributions");
            assertThat(fact.parties()).as("who had signed, too").containsExactly(FAO, GOI, NGO);
        });
        assertThat(events.stream(TopicsReopened.class)).hasSize(1);
        ladder.round(negotiation);
        assertThat(drafting.draft(negotiation)).isEqualTo(2);
        assertThat(signing.awaited(negotiation)).as("all sign again").containsExactly("Fao", "Goi", "Ngo");
    }

    @Test
    void nothing_is_reopened_where_nobody_declined() {
        opened();
        refused("Nobody has declined version 1.", () -> signing.reopenDeclined(negotiation));
    }

    @Test
    void the_coordinator_may_reopen_topics_before_anybody_is_asked() {
        drafting.draft(negotiation);
        refused("Please choose at least one topic that is to be talked about again.",
                () -> drafting.reopen(negotiation, Set.of(), "Why", COORDINATOR));
        drafting.reopen(negotiation, Set.of(Topic.TRUST, Topic.IMPACT), "No indicator says anything about respect", COORDINATOR);
        assertThat(service.current(negotiation).stage()).isEqualTo(VersionStage.VOID);
        assertThat(rounds.topics(negotiation)).hasSize(14);
    }

    @Test
    void without_a_silent_party_the_others_sign_a_new_version() {
        String hash = opened();
        sign(FAO, hash);
        sign(GOI, hash);
        assertThat(signing.missing(negotiation)).extracting(MissingSignature::name, MissingSignature::why)
                .containsExactly(tuple("Organisation Ngo", "No answer yet"));
        signing.goOnWithoutMissing(negotiation, "Three calls, no answer", COORDINATOR);
        assertThat(negotiations.parties(negotiation)).containsExactly(FAO, GOI);
        assertThat(partnerships.members(partnership)).extracting(Member::organisation).doesNotContain(NGO);
        assertThat(events.stream(AgreementVoided.class)).singleElement().satisfies(fact -> {
            assertThat(fact.reason()).isEqualTo("The partners go on without Organisation Ngo: Three calls, no answer");
            assertThat(fact.parties()).contains(NGO);
        });
        drafting.draft(negotiation);
        assertThat(signing.awaited(negotiation)).containsExactly("Fao", "Goi");
        assertThat(service.changes(partnership, 2)).extracting(Change::clause).contains("1 Parties", "8 Contributions", "4 Shared vision");
    }

    @Test
    void who_stays_hears_once_of_all_who_are_out_whatever_there_is_to_say() {
        List<OrganisationId> silent = List.of(new OrganisationId("Late"), new OrganisationId("Mute"));
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(FAO, Role.EXPERT);
        partners.put(GOI, Role.RESOURCE_PROVIDER);
        silent.forEach(one -> {
            organisations.register(Registrations.of(one.code(), one.code() + " of the villages".repeat(7), LocalDate.of(2040, 12, 31)),
                    COORDINATOR);
            organisations.verify(one, null);
            people.giveMandate(one, focal(one), today(), null, focal(one));
            partners.put(one, Role.IMPLEMENTER);
        });
        PartnershipId other = ladder.chosen(partners);
        negotiation = ladder.agreed(other);
        drafting.chooseForm(negotiation, AgreementForm.MEMORANDUM, "The partners need no contract.");
        String hash = opened();
        sign(FAO, hash);
        sign(GOI, hash);
        signing.goOnWithoutMissing(negotiation, "x".repeat(1000), COORDINATOR);
        assertThat(events.stream(PartyLeft.class)).singleElement().satisfies(fact -> {
            assertThat(fact.left()).isEqualTo(silent);
            assertThat(fact.parties()).containsExactly(FAO, GOI);
        });
    }

    @Test
    void one_partner_alone_does_not_go_on() {
        String hash = opened();
        sign(FAO, hash);
        refused("Fewer than two partners would be left. You can extend the time, or end it here.",
                () -> signing.goOnWithoutMissing(negotiation, "Nobody answers", COORDINATOR));
        signing.stop(negotiation, "Nobody answers", COORDINATOR);
        assertThat(partnerships.card(partnership).phase()).isEqualTo(Phase.ENDED);
        assertThat(service.current(negotiation).voidReason()).isEqualTo("The partnership ended: Nobody answers");
        refused("Version 1 can no longer be signed. The partnership ended: Nobody answers", () -> sign(GOI, hash));
    }

    @Test
    void nobody_is_left_out_who_has_signed_meanwhile() {
        String hash = opened();
        List.of(FAO, GOI, NGO).forEach(one -> sign(one, hash));
        refused("Everybody has signed meanwhile. Please extend the time: the agreement is then sealed at once.",
                () -> signing.goOnWithoutMissing(negotiation, "Too slow", COORDINATOR));
    }

    // The seal

    @Test
    void what_all_have_signed_is_sealed_with_its_signatures_and_kept_as_a_pdf() throws IOException {
        String hash = opened();
        List.of(FAO, GOI, NGO).forEach(one -> sign(one, hash));
        signing.seal(negotiation);
        signing.seal(negotiation);
        Paper paper = service.paper(partnership, 1);
        assertThat(paper.stage()).isEqualTo(VersionStage.SEALED);
        assertThat(paper.signatures()).extracting(SignatureLine::organisation, SignatureLine::person)
                .containsExactly(tuple("Organisation Fao", "Focal of Fao"), tuple("Organisation Goi", "Focal of Goi"),
                        tuple("Organisation Ngo", "Focal of Ngo"));
        SealedAgreement sealed = agreed.of(partnership);
        assertThat(sealed.sha256()).isEqualTo(hash);
        assertThat(sealed.terms().reviewIntervalMonths()).isEqualTo(12);
        byte[] pdf = documents.content(sealed.document());
        assertThat(Documents.sha256(pdf)).isEqualTo(sealed.pdfSha256());
        assertThat(text(pdf)).contains("Cotton without poison", "Memorandum of understanding", "Shared vision", "Focal of Ngo",
                "By consensus", hash.substring(0, 32));
        assertThat(events.stream(AgreementSealed.class)).singleElement().extracting(AgreementSealed::members)
                .isEqualTo(List.of(FAO, GOI, NGO, SHOP));
        refused("Version 1 is sealed. It changes only by an amendment that all agree on.",
                () -> signing.stop(negotiation, "Changed our minds", COORDINATOR));
        refused("Version 1 is sealed already: everybody has signed.", () -> sign(FAO, hash));
    }

    // What is agreed

    @Test
    void a_later_seal_replaces_what_it_speaks_of_and_leaves_the_rest() {
        sealed(1, FAO, GOI, NGO);
        SealedAgreement founded = agreed.of(partnership);
        clock.advance(Duration.ofDays(40));
        amended(Topic.MONITORING, new Terms(null, null, null, 6, null, null, null, null, null, null, null, null, null, null, null, null,
                null,
                null));
        assertThat(agreed.of(partnership)).as("nobody has signed it yet").isEqualTo(founded);
        sealed(2, FAO, NGO);
        SealedAgreement amended = agreed.of(partnership);
        assertThat(amended.version()).isEqualTo(2);
        assertThat(amended.sha256()).isEqualTo(service.current(negotiation).sha256());
        assertThat(amended.terms().reviewIntervalMonths()).isEqualTo(6);
        assertThat(amended.terms()).usingRecursiveComparison().ignoringFields("reviewIntervalMonths").isEqualTo(founded.terms());
        assertThat(amended.sealedAt()).isAfter(founded.sealedAt());
        assertThat(amended.calendar()).as("from the first sealing on").isEqualTo(founded.calendar());
        assertThat(amended.termEnds()).isEqualTo(founded.termEnds());
        assertThat(service.paper(partnership, 2).holds()).isEqualTo(service.paper(partnership, 1).holds())
                .isEqualTo("from %s to %s", Days.inWords(founded.calendar().sealedOn()),
                        Days.inWords(founded.calendar().sealedOn().plusMonths(36).minusDays(1)));
        assertThat(agreed.agenda(partnership)).hasSize(1);
    }

    @Test
    void who_brings_something_else_by_a_later_seal_brings_that_and_the_others_what_they_promised() {
        sealed(1, FAO, GOI, NGO);
        LocalDate from = today();
        amended(Topic.CONTRIBUTIONS, new Terms(null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, List.of(
                new Contribution(null, FAO, Role.EXPERT, ContributionKind.EXPERTISE, "A day a month", null, null, from, from.plusYears(1)),
                new Contribution(null, NGO, Role.IMPLEMENTER, ContributionKind.ACTIVITIES, "Ten schools", null, null, from,
                        from.plusYears(1)),
                new Contribution(null, GOI, Role.RESOURCE_PROVIDER, ContributionKind.FUNDS, "Money for the schools",
                        BigDecimal.valueOf(100000), "EUR", from, from.plusYears(1))), null));
        sealed(2, FAO, NGO);
        assertThat(agreed.of(partnership).terms().contributions()).extracting(Contribution::organisation, Contribution::what)
                .containsExactly(tuple(FAO, "A day a month"), tuple(NGO, "Ten schools"), tuple(GOI, "Money for the schools"));
        assertThat(agreed.of(partnership).terms().durationMonths()).isEqualTo(36);
        assertThat(agreed.asOf(partnership, 1).terms().contributions()).as("what bound them before").extracting(Contribution::what)
                .doesNotContain("A day a month", "Ten schools").contains("Money for the schools");
        assertThat(agreed.asOf(partnership, 2).terms()).isEqualTo(agreed.of(partnership).terms());
        assertThat(agreed.course(partnership)).extracting(SealedAgreement::version).containsExactly(1, 2);
        refused("The agreement of %s is not sealed yet.".formatted(partnership), () -> agreed.asOf(partnership, 3));
    }

    /** Fao and Ngo have agreed on something else in one topic. */
    private void amended(Topic topic, Terms terms) {
        negotiation = ladder.changing(partnership, List.of(FAO, NGO), Map.of(topic, "As agreed anew"), terms);
        ladder.round(negotiation);
        drafting.chooseForm(negotiation, AgreementForm.LETTER, "It changes one rule.");
    }

    private void sealed(int version, OrganisationId... parties) {
        String hash = opened(version);
        List.of(parties).forEach(one -> sign(one, hash));
        signing.seal(negotiation);
    }

    @Test
    void the_same_words_in_another_spelling_have_the_same_hash() {
        List<Clause> composed = List.of(new Clause("purpose", "1", "Café", List.of("One line  \r\nand another"), null));
        List<Clause> decomposed = List.of(new Clause("purpose", "1", "Cafe\u0301", List.of("One line\nand another"), null));
        assertThat(CanonicalText.of("T", AgreementForm.LETTER, partnership, 1, composed).sha256())
                .isEqualTo(CanonicalText.of("T", AgreementForm.LETTER, partnership, 1, decomposed).sha256());
        assertThat(CanonicalText.of("T", AgreementForm.LETTER, partnership, 2, composed).sha256())
                .isNotEqualTo(CanonicalText.of("T", AgreementForm.LETTER, partnership, 1, composed).sha256());
    }

    private PartnershipId anotherPartnership() {
        Map<OrganisationId, Role> two = new LinkedHashMap<>();
        two.put(FAO, Role.EXPERT);
        two.put(GOI, Role.RESOURCE_PROVIDER);
        return ladder.chosen(two);
    }

    private String opened() {
        return opened(1);
    }

    private String opened(int expected) {
        assertThat(drafting.draft(negotiation)).isEqualTo(expected);
        drafting.release(negotiation, expected, COORDINATOR);
        signing.openSigning(negotiation);
        return service.current(negotiation).sha256();
    }

    private void sign(OrganisationId organisation, String hash) {
        signing.sign(negotiation, organisation, hash, focal(organisation));
    }

    private static String focal(OrganisationId organisation) {
        return organisation.code().toLowerCase() + "Focal";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Clause clause(Paper paper, String key) {
        return paper.clauses().stream().filter(clause -> clause.key().equals(key)).findFirst().orElseThrow();
    }

    private static String words(Paper paper) {
        return paper.clauses().toString();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
