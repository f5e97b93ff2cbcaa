package org.commonground.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.commonground.accession.AccessionEnded;
import org.commonground.accession.ConsentsCounted;
import org.commonground.adhesion.NewcomerIn;
import org.commonground.adhesion.NewcomerOrientation;
import org.commonground.adhesion.NewcomerOriented;
import org.commonground.adhesion.NewcomerOut;
import org.commonground.agreement.AgreementSealed;
import org.commonground.agreement.AgreementVoided;
import org.commonground.agreement.PaperSignatureRefused;
import org.commonground.agreement.PlannedDate;
import org.commonground.agreement.SignatureDeclined;
import org.commonground.candidate.InvitationDeclined;
import org.commonground.candidate.PartnerFit;
import org.commonground.commitment.CommitmentDiffers;
import org.commonground.commitment.CommitmentReleased;
import org.commonground.decision.Count;
import org.commonground.decision.ProposalDecided;
import org.commonground.decision.ProposalOvertaken;
import org.commonground.dispute.DisputeClimbed;
import org.commonground.dispute.DisputeEnded;
import org.commonground.dispute.Rung;
import org.commonground.engine.MovableClock;
import org.commonground.engine.OpenTask;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.learning.LessonTakenBack;
import org.commonground.matter.MatterKind;
import org.commonground.matter.MatterService;
import org.commonground.meeting.InvitedGuest;
import org.commonground.meeting.MeetingInvited;
import org.commonground.meeting.MinutesShared;
import org.commonground.negotiation.DecisionRule;
import org.commonground.negotiation.MediationHeld;
import org.commonground.negotiation.NegotiationEnded;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.PartyLeft;
import org.commonground.negotiation.Topic;
import org.commonground.negotiation.TopicsAgreed;
import org.commonground.negotiation.TopicsReopened;
import org.commonground.organisation.CaseLeftToOthers;
import org.commonground.organisation.FlagLevel;
import org.commonground.organisation.FlagService;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registrations;
import org.commonground.partnership.MendedAims;
import org.commonground.partnership.ActionAgreed;
import org.commonground.partnership.ActionChecked;
import org.commonground.home.QuestionAnswered;
import org.commonground.home.QuestionAsked;
import org.commonground.lead.LeadAccepted;
import org.commonground.lead.LeadDeclined;
import org.commonground.lead.LeadStays;
import org.commonground.partnership.AimsClarified;
import org.commonground.partnership.LeadGone;
import org.commonground.partnership.NoCommonGroundFound;
import org.commonground.partnership.PartnershipProposed;
import org.commonground.reporting.PeriodClosed;
import org.commonground.period.PlansCompared;
import org.commonground.reading.ReportsRead;
import org.commonground.review.ReviewOpened;
import org.commonground.review.WayForward;
import org.commonground.review.WayForwardDecided;
import org.commonground.selection.CandidateDeclined;
import org.commonground.selection.CandidateSelected;
import org.commonground.selection.SearchEnded;
import org.commonground.selection.SelectionEnded;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.orientation.Orientation;
import org.commonground.orientation.PartnersOriented;
import org.commonground.orientation.Secretariat;
import org.commonground.orientation.SecretariatSetUp;
import org.commonground.parting.PartnerParted;
import org.commonground.partnership.Standing;
import org.commonground.release.Ground;
import org.commonground.release.LetterWritten;
import org.commonground.release.PartnerKept;
import org.commonground.vision.FounderLeft;
import org.commonground.vision.VisionEndorsed;
import org.commonground.vision.VisionGivenUp;
import org.commonground.withdrawal.Leaving;
import org.commonground.withdrawal.NoticeGiven;
import org.commonground.withdrawal.NoticeTakenBack;
import org.commonground.withdrawal.OffersAnswered;
import org.commonground.withdrawal.ThingsPassedOn;
import org.commonground.withdrawal.WayOfLeaving;
import org.commonground.withdrawal.WithdrawalEnded;
import org.commonground.work.AlertKind;
import org.commonground.work.AlertRaised;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Who hears of what, each with the reason and with what happens next. */
@ProcessTest
class FactMailsTest {

    @Autowired
    OrganisationService organisations;
    @Autowired
    MatterService matters;
    @Autowired
    FlagService flags;
    @Autowired
    ApplicationEventPublisher facts;
    @Autowired
    TaskNotices notices;
    @Autowired
    Sweep sweep;
    @Autowired
    Postman postman;
    @Autowired
    Mails mails;
    @Autowired
    MovableClock clock;
    @Autowired
    Stage stage;

    @BeforeEach
    void begin() {
        stage.staff("coordinator");
        stage.staff("manager");
    }

    @Test
    void a_focal_point_without_an_account_reads_what_is_missing() {
        OrganisationId one = registered("Noa");
        organisations.askForMore(one, "A document that is still valid.");

        assertThat(heard(one)).containsExactly("noafocal: Something is missing in your registration");
        assertThat(latest(one).text()).contains("Dear Focal of Noa,").contains("A document that is still valid.");
    }

    @Test
    void a_focal_point_without_an_account_reads_why_the_registration_is_refused() {
        OrganisationId one = registered("Nob");
        organisations.refuse(one, "It is registered already, as <b>Nobel</b>.");

        assertThat(heard(one)).containsExactly("nobfocal: Your registration was not accepted");
        assertThat(latest(one).html()).contains("as &lt;b&gt;Nobel&lt;/b&gt;.");
    }

    @Test
    void a_verified_organisation_hears_of_it() {
        OrganisationId one = registered("Noc");
        organisations.verify(one, null);

        assertThat(heard(one)).containsExactly("nocfocal: Your organisation is verified");
    }

    @Test
    void a_mail_about_a_task_names_the_case() {
        OrganisationId one = registered("Nox");
        notices.opened(new OpenTask(UUID.randomUUID().toString(), "verify-organisation", "Verify organisation", one.code(), null, null,
                Set.of("coordinator"), null, clock.instant(), List.of()));

        assertThat(latest(one).subject()).isEqualTo("It is your turn: Verify organisation – Organisation Nox (Nox)");
        notices.opened(new OpenTask(UUID.randomUUID().toString(), "sign-agreement", "Sign agreement", one.code(), "A1", null,
                Set.of("coordinator"), null, clock.instant(), List.of()));
        assertThat(mailsOf("Nox/A1")).extracting(Mails.Mail::subject)
                .containsExactly("It is your turn: Sign agreement – Organisation Nox (Nox/A1)");
    }

    @Test
    void steps_of_one_name_say_about_whom_they_are() {
        OrganisationId one = registered("Noy");
        OrganisationId other = registered("Noz");
        List.of(one, other).forEach(about -> notices.opened(new OpenTask(UUID.randomUUID().toString(), "assess-candidate",
                "Assess candidate", one.code(), "A2", about.code(), Set.of("coordinator"), null, clock.instant(), List.of())));

        assertThat(mailsOf("Noy/A2")).extracting(mail -> mail.text().contains("It is about Organisation Noy."),
                mail -> mail.text().contains("It is about Organisation Noz.")).containsExactlyInAnyOrder(tuple(true, false),
                tuple(false, true));
    }

    @Test
    void a_yellow_flag_is_told_to_those_it_concerns_and_the_managers_decision_is_asked_for() {
        OrganisationId one = registered("Nod");
        UUID flag = flags.raise(one, FlagLevel.YELLOW, "Two reports are missing.", "somebody", null);
        flags.escalate(flag, "May we go on?", "testCoordinator");
        flags.resolve(flag, "The reports have come.", "testManager");

        assertThat(heard(one)).containsExactlyInAnyOrder("nodfocal: Yellow flag raised", "testcoordinator: Yellow flag raised",
                "testmanager: Your decision is asked", "nodfocal: Yellow flag resolved", "testcoordinator: Yellow flag resolved");
    }

    @Test
    void an_observation_stays_with_the_coordinator() {
        OrganisationId one = registered("Noe");
        flags.raise(one, FlagLevel.OBSERVATION, "Letters come back.", "somebody", null);

        assertThat(heard(one)).containsExactly("testcoordinator: Observation raised");
    }

    @Test
    void a_registration_that_ends_is_brought_to_mind_and_its_end_is_told() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        OrganisationId one = registered("Nof", today.plusDays(45));
        organisations.verify(one, null);
        sweep.run();
        sweep.run();
        clock.advance(java.time.Duration.ofDays(46));
        sweep.run();

        assertThat(heard(one)).containsExactlyInAnyOrder("noffocal: Your organisation is verified",
                "noffocal: Please renew your registration", "noffocal: Registration expired", "testcoordinator: Registration expired");
    }

    @Test
    void a_partnership_is_followed_from_its_proposal() {
        OrganisationId proposer = registered("Nog");
        OrganisationId lead = registered("Noh");
        PartnershipId number = PartnershipId.of(2931, 1);
        facts.publishEvent(new PartnershipProposed(number, "Cotton IPM", proposer, "nogfocal"));
        facts.publishEvent(new AimsClarified(number, proposer, lead, false, "nogfocal"));
        facts.publishEvent(new NoCommonGroundFound(number, proposer, "Too far apart.", "testCoordinator"));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("testcoordinator: New partnership proposed – Cotton IPM",
                "nogfocal: The aims are clear", "testcoordinator: No common ground found");
        assertThat(mailsOf(number.value())).filteredOn(mail -> mail.subject().startsWith("The aims")).singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Organisation Noh is asked whether it leads")
                        .doesNotContain("Organisation Noh leads"));
        assertThat(mailsOf(number.value())).filteredOn(mail -> mail.subject().startsWith("New")).singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Organisation Nog proposes a partnership: Cotton IPM."));
    }

    @Test
    void who_is_asked_hears_of_a_question_and_who_asked_of_the_answer() {
        OrganisationId asking = registered("Nqx");
        OrganisationId other = registered("Nqy");
        PartnershipId number = PartnershipId.of(2931, 55);
        facts.publishEvent(new QuestionAsked(number, asking, List.of(other), "Sign agreement", "Who pays for the seed?"));
        facts.publishEvent(new QuestionAnswered(number, null, List.of(asking), false, "Who pays for the seed?", "The donor does."));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("nqyfocal: Organisation Nqx asks a question",
                "testcoordinator: Organisation Nqx asks a question", "nqxfocal: A question is answered");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .anySatisfy(text -> assertThat(text).contains("about the step “Sign agreement”", "Who pays for the seed?",
                        "/partnerships/" + number + "/questions"))
                .anySatisfy(text -> assertThat(text).contains("The coordinator answers:", "The donor does."));
    }

    @Test
    void who_leads_is_told_once_it_has_agreed() {
        OrganisationId proposer = registered("Nsa");
        OrganisationId lead = registered("Nsb");
        OrganisationId partner = registered("Nsc");
        PartnershipId number = PartnershipId.of(2931, 51);
        facts.publishEvent(new LeadDeclined(number, partner, proposer, "Our season has begun."));
        facts.publishEvent(new LeadAccepted(number, lead, proposer, List.of()));
        facts.publishEvent(new LeadGone(number, lead, false, List.of(proposer, partner)));
        facts.publishEvent(new LeadAccepted(number, partner, proposer, List.of(proposer, partner)));
        facts.publishEvent(new LeadStays(number, partner, "Nobody was proposed.", List.of(proposer, partner)));

        assertThat(heard(number.value())).containsExactlyInAnyOrder(
                "nsafocal: Organisation Nsc does not lead", "testcoordinator: Organisation Nsc does not lead",
                "nsafocal: Organisation Nsb leads", "nsbfocal: Organisation Nsb leads", "testcoordinator: Organisation Nsb leads",
                "nsafocal: A new lead is needed", "nscfocal: A new lead is needed", "testcoordinator: A new lead is needed",
                "nsafocal: Organisation Nsc leads", "nscfocal: Organisation Nsc leads", "testcoordinator: Organisation Nsc leads",
                "nsafocal: The lead stays", "nscfocal: The lead stays", "testcoordinator: The lead stays");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .anySatisfy(text -> assertThat(text).contains("Organisation Nsc was asked to lead", "Our season has begun."))
                .anySatisfy(text -> assertThat(text).contains("Organisation Nsb has agreed to lead", "state their own profile"))
                .anySatisfy(text -> assertThat(text).contains("Organisation Nsb led", "The coordinator names another of the partners"))
                .anySatisfy(text -> assertThat(text).contains("Organisation Nsc has agreed to lead").doesNotContain("own profile"))
                .anySatisfy(text -> assertThat(text).contains("Organisation Nsc goes on leading", "Nobody was proposed."));
    }

    @Test
    void candidates_hear_what_became_of_them() {
        OrganisationId chosen = registered("Noi");
        OrganisationId ally = registered("Noj");
        OrganisationId declined = registered("Nok");
        OrganisationId unwilling = registered("Nol");
        PartnershipId number = PartnershipId.of(2931, 2);
        facts.publishEvent(new InvitationDeclined(number, unwilling, "No staff to spare."));
        facts.publishEvent(new CandidateSelected(number, chosen, PartnerFit.STRENGTHEN_FIRST, false, "Young, and keen.",
                "Its people live there."));
        facts.publishEvent(new CandidateSelected(number, ally, PartnerFit.OBSERVE_AS_ALLY, true, null, null));
        facts.publishEvent(new CandidateDeclined(number, declined, "Another is closer to the farmers."));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("testcoordinator: Organisation Nol declines",
                "noifocal: You are chosen", "nojfocal: You are chosen", "nokfocal: Not chosen this time");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text).anySatisfy(text -> assertThat(text)
                .contains("Organisation Noi is chosen", "The coordinator now draws", "capacity", "Young, and keen.",
                        "how you belong there", "Its people live there."))
                .anySatisfy(text -> assertThat(text)
                        .contains("Organisation Noj is chosen as an ally", "its partners now say whether they agree that you join")
                        .doesNotContain("how you belong there", "The coordinator now draws"))
                .anySatisfy(text -> assertThat(text).contains("Another is closer to the farmers."));
    }

    @Test
    void everybody_who_was_asked_hears_that_there_is_no_common_ground() {
        PartnershipId number = PartnershipId.of(2931, 3);
        facts.publishEvent(new SelectionEnded(number, List.of(registered("Nom"), registered("Non")), "Too far apart."));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("nomfocal: No common ground found", "nonfocal: No common ground found");
    }

    @Test
    void everybody_who_was_asked_to_join_hears_that_nobody_does() {
        PartnershipId number = PartnershipId.of(2931, 33);
        facts.publishEvent(new SearchEnded(number, List.of(registered("Nsx"), registered("Nsy")), "Nobody is at home there."));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("nsxfocal: Nobody joins this time", "nsyfocal: Nobody joins this time");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text).allSatisfy(text -> assertThat(text)
                .contains("Nobody is at home there.", "The partnership goes on as it is."));
    }

    @Test
    void everybody_hears_what_becomes_of_the_agreement() {
        OrganisationId one = registered("Noo");
        OrganisationId other = registered("Nop");
        PartnershipId number = PartnershipId.of(2931, 4);
        facts.publishEvent(new SignatureDeclined(number, null, 1, one, "4. Contributions", "The money comes too late.", List.of(one,
                other)));
        facts.publishEvent(new PaperSignatureRefused(number, other, 1, "Asha Rao", "The code cannot be read."));
        facts.publishEvent(new AgreementVoided(number, NegotiationId.of(UUID.randomUUID().toString()), null, 2,
                "The partners go on without Nop: no answer.", List.of(one, other)));
        facts.publishEvent(new AgreementSealed(number, null, 3, "ab".repeat(32), "from 1 April 2027 to 31 March 2030", null,
                List.of(), List.of(one)));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("testcoordinator: Organisation Noo does not sign",
                "noofocal: Organisation Noo does not sign", "nopfocal: Organisation Noo does not sign",
                "testcoordinator: Version 2 of the agreement is void", "noofocal: Version 2 of the agreement is void",
                "nopfocal: Version 2 of the agreement is void", "testcoordinator: The agreement is sealed",
                "noofocal: The agreement is sealed", "nopfocal: Your signature on paper does not count yet");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .anySatisfy(text -> assertThat(text).contains("The money comes too late.", "4. Contributions", "version 1"))
                .anySatisfy(text -> assertThat(text).contains("Asha Rao", "The code cannot be read."))
                .anySatisfy(text -> assertThat(text).contains("ab".repeat(32), "/papers/" + number));
    }

    @Test
    void the_coordinator_hears_with_the_members_that_a_review_is_late_and_how_it_goes_on() {
        PartnershipId number = PartnershipId.of(2931, 42);
        facts.publishEvent(new ReviewOpened(number, 1, List.of()));
        facts.publishEvent(new ReviewOpened(number, 2, List.of(new PlannedDate(2, Instant.parse("2032-01-31T09:00:00Z"), true))));
        facts.publishEvent(new WayForwardDecided(number, 2, WayForward.SUSPEND, "Nobody has money before the spring.",
                WayForward.SUSPEND.outcome()));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("testcoordinator: Review 2 is held late",
                "testcoordinator: Pause the work after review 2");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text).anySatisfy(text -> assertThat(text).contains("31 January 2032"))
                .anySatisfy(text -> assertThat(text).contains("The work rests until the partners take it up again.",
                        "Nobody has money before the spring."));
    }

    private MatterKind kind(String key) {
        return matters.kinds().stream().filter(kind -> kind.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void who_hears_that_a_proposal_is_accepted_hears_too_when_nothing_is_done() {
        OrganisationId one = registered("Nrc");
        PartnershipId number = PartnershipId.of(2931, 43);
        Count accepted = new Count(DecisionRule.CONSENSUS, 3, 3, 0, 0);
        facts.publishEvent(new ProposalDecided(number, kind("suspension"), accepted, List.of(), List.of(one),
                "The term ended on 1 April 2029."));
        facts.publishEvent(new ProposalOvertaken(number, kind("closure"), "The term ended on 1 May 2029.", List.of(one)));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("nrcfocal: Accepted", "testcoordinator: Accepted",
                "nrcfocal: Nothing was done", "testcoordinator: Nothing was done");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .anySatisfy(text -> assertThat(text).contains("It comes too late, so nothing is done: The term ended on 1 April 2029.")
                        .doesNotContain("rest until"))
                .anySatisfy(text -> assertThat(text).contains("It came too late, so nothing was done", "The term ended on 1 May 2029."));
    }

    @Test
    void who_is_left_to_others_and_to_whom_is_told() {
        OrganisationId one = registered("Nzc");
        PartnershipId number = PartnershipId.of(2931, 53);
        facts.publishEvent(new CaseLeftToOthers(number, "Seed cooperative", true, List.of(one), false));
        assertThat(heard(number.value())).containsExactlyInAnyOrder("nzcfocal: Somebody else serves",
                "testcoordinator: Somebody else serves");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text).allSatisfy(text -> assertThat(text)
                .contains("belongs to Seed cooperative", "so the manager serves instead.").doesNotContain("Another coordinator"));

        PartnershipId quarrel = PartnershipId.of(2931, 54);
        facts.publishEvent(new CaseLeftToOthers(quarrel, "Seed cooperative", false, List.of(one), true));
        assertThat(heard(quarrel.value())).as("nobody but the sides").containsExactly("nzcfocal: Somebody else serves");
        assertThat(mailsOf(quarrel.value())).extracting(Mails.Mail::text).first().asString()
                .contains("Another coordinator serves instead.");
    }

    @Test
    void who_builds_on_a_lesson_hears_that_it_is_gone_but_neither_its_words_nor_why() {
        OrganisationId one = registered("Nlx");
        OrganisationId other = registered("Nly");
        PartnershipId number = PartnershipId.of(2931, 97);
        facts.publishEvent(new LessonTakenBack(number, "CARE, 2026", true, List.of(one, other)));
        facts.publishEvent(new LessonTakenBack(number, "CIAT, 2025", false, List.of(one)));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("nlxfocal: A lesson was withdrawn", "nlyfocal: A lesson was withdrawn",
                "nlxfocal: A lesson is not shared any more");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .anySatisfy(text -> assertThat(text).contains("a lesson of CARE, 2026", "Who told it has withdrawn it."))
                .anySatisfy(text -> assertThat(text).contains("a lesson of CIAT, 2025", "keep it among themselves now."));
    }

    @Test
    void owner_and_verifier_hear_of_an_action_and_the_owner_what_was_seen() {
        OrganisationId owner = registered("Nya");
        OrganisationId verifier = registered("Nyb");
        PartnershipId number = PartnershipId.of(2931, 41);
        facts.publishEvent(new ActionAgreed(number, "Communication", "Answer letters", owner, LocalDate.of(2032, 5, 3), verifier));
        facts.publishEvent(new ActionChecked(number, "Answer letters", owner, verifier, false, "Half of them lie there"));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("nyafocal: Action agreed", "nybfocal: Action agreed",
                "nyafocal: Action stays open");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .anySatisfy(text -> assertThat(text).contains("not done yet and stays open", "Half of them lie there"))
                .anySatisfy(text -> assertThat(text).contains("and that you look whether it is done", "Monday 3 May 2032"));
    }

    @Test
    void those_who_look_for_a_vision_hear_how_it_goes_on() {
        OrganisationId one = registered("Nos");
        OrganisationId leaver = registered("Not");
        PartnershipId number = PartnershipId.of(2931, 6);
        facts.publishEvent(new FounderLeft(number, List.of(leaver), "Organisation Not", "Two letters, no answer.", List.of(one)));
        facts.publishEvent(new VisionEndorsed(number, List.of(one),
                List.of(new MendedAims.Mended("Purpose", "Cotton", "Cotton without poison"))));
        facts.publishEvent(new VisionGivenUp(number, List.of(one), "One wants schools, one a factory."));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("nosfocal: No longer a partner", "testcoordinator: No longer a partner",
                "notfocal: You are no partner any more", "nosfocal: The shared vision is endorsed", "nosfocal: No common ground found");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .anySatisfy(text -> assertThat(text).contains("Organisation Not. The reason:", "Two letters, no answer."))
                .anySatisfy(text -> assertThat(text).contains("Thank you for finding it together.", "they are the aims of all",
                        "Cotton without poison", "Before: Cotton"))
                .anySatisfy(text -> assertThat(text).contains("One wants schools, one a factory."));
    }

    @Test
    void those_who_negotiate_hear_how_it_goes_on() {
        OrganisationId one = registered("Noq");
        OrganisationId leaver = registered("Nor");
        PartnershipId number = PartnershipId.of(2931, 5);
        NegotiationId negotiation = new NegotiationId(UUID.randomUUID());
        List<OrganisationId> parties = List.of(one);
        facts.publishEvent(new MediationHeld(number, negotiation, null, parties, "Justice Rao", "Each said what it fears.",
                "Two years first."));
        facts.publishEvent(new PartyLeft(number, negotiation, List.of(leaver), "Organisation Nor", "No staff for this.", parties));
        facts.publishEvent(new TopicsAgreed(number, negotiation, null, parties, 3));
        facts.publishEvent(new TopicsReopened(number, negotiation, null, parties, Set.of(Topic.DURATION, Topic.TRUST), one, "Too long."));
        facts.publishEvent(new TopicsReopened(number, negotiation, null, parties, Set.of(Topic.TRUST), null, "Too vague."));
        facts.publishEvent(new NegotiationEnded(number, negotiation, null, parties, "Nobody moves."));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("noqfocal: A talk with a mediator",
                "noqfocal: No longer in the negotiation", "testcoordinator: No longer in the negotiation",
                "norfocal: You are out of the negotiation",
                "noqfocal: All topics are agreed", "testcoordinator: All topics are agreed", "noqfocal: Something is open again",
                "testcoordinator: Something is open again", "noqfocal: Something is open again", "testcoordinator: Something is open again",
                "noqfocal: No common ground found");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .anySatisfy(text -> assertThat(text).contains("Organisation Noq cannot agree",
                        "11. Mutual trust and respect, 16. Duration, joining, leaving and closing", "Too long."))
                .anySatisfy(text -> assertThat(text).contains("This has to be talked about again", "Too vague."))
                .anySatisfy(text -> assertThat(text).contains("Justice Rao", "Each said what it fears.", "Two years first."))
                .anySatisfy(text -> assertThat(text).contains("It took 3 rounds."))
                .anySatisfy(text -> assertThat(text).contains("Organisation Nor. The reason:", "No staff for this."))
                .anySatisfy(text -> assertThat(text).contains("Nobody moves."));
    }

    @Test
    void the_work_in_force_is_followed_by_all_it_concerns() {
        OrganisationId host = registered("Nwa");
        OrganisationId other = registered("Nwb");
        PartnershipId number = PartnershipId.of(2931, 9);
        facts.publishEvent(new PartnersOriented(number, new Orientation(LocalDate.of(2027, 3, 1), List.of(host), "Begin with the schools."),
                List.of("Organisation Nwa"), List.of(host, other)));
        facts.publishEvent(new SecretariatSetUp(number,
                new Secretariat(host, "Minutes", List.of(new Secretariat.Person(host, "nwafocal", "Lata Iyer", "Reports")),
                null, null, null), List.of(host, other)));
        facts.publishEvent(new CommitmentDiffers(number, host, List.of("Field schools: 30 groups instead of 40 groups. Two left."),
                List.of(other)));
        facts.publishEvent(new CommitmentReleased(number, host, "Field schools", "The rain failed.", List.of(other)));
        facts.publishEvent(new AlertRaised(number, AlertKind.MONEY_LATE, "60,000 EUR have not come.", List.of(host)));
        facts.publishEvent(new PlansCompared(number, "Period 1", List.of(), List.of("Nwa: We wait for the rain"), List.of(other)));
        facts.publishEvent(new PeriodClosed(number, "Period 1", List.of("Farmers spray less (target: 5): Nwb: 8 (on the way)"),
                List.of("Nwb: The rain came late."), List.of(new PeriodClosed.Told("What the participants met", List.of("Nwb: Snow."))),
                List.of("New grant: From the bank. Nwb"), List.of("Nwa as ally"), true, List.of(other)));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("nwafocal: The work begins", "nwbfocal: The work begins",
                "nwafocal: Your secretariat", "nwbfocal: Your secretariat",
                "nwbfocal: Not as agreed", "testcoordinator: Not as agreed",
                "nwafocal: Released", "nwbfocal: Released",
                "nwafocal: Money is late", "testcoordinator: Money is late", "nwbfocal: The plans lie side by side",
                "testcoordinator: The plans lie side by side", "nwbfocal: What was reached", "testcoordinator: What was reached");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .anySatisfy(text -> assertThat(text).contains("The plans of all fit together", "Nwa: We wait for the rain"))
                .anySatisfy(text -> assertThat(text).contains("Nothing was heard from Nwa as ally.", "Nwb: The rain came late.",
                        "What the participants met", "Nwb: Snow.", "New grant: From the bank. Nwb",
                        "This was the last period"))
                .anySatisfy(text -> assertThat(text).contains("Monday 1 March 2027", "Begin with the schools."))
                .anySatisfy(text -> assertThat(text).contains("60,000 EUR have not come."));
    }

    @Test
    void all_hear_what_was_asked_about_the_reports() {
        OrganisationId host = registered("Nqa");
        PartnershipId number = PartnershipId.of(2980, 1);
        facts.publishEvent(new ReportsRead(number, "Period 1", List.of("Nqb asked Nqa as implementer: “Why?” The rain."), List.of(host)));
        assertThat(heard(number.value())).containsExactlyInAnyOrder("nqafocal: Asked about the reports",
                "testcoordinator: Asked about the reports");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .allSatisfy(text -> assertThat(text).contains("Nqb asked Nqa as implementer: “Why?” The rain."));
    }

    @Test
    void who_joins_and_who_is_there_hear_of_it() {
        OrganisationId newcomer = registered("Nja");
        OrganisationId partner = registered("Njb");
        PartnershipId number = PartnershipId.of(2931, 47);
        facts.publishEvent(new ConsentsCounted(number, newcomer, true, "1 of 1 partners consent.", List.of("Njb: consents."), List.of(),
                List.of("Njb: Partly. As far as our rains allow"), "It is asked to join.", List.of(partner)));
        facts.publishEvent(new ConsentsCounted(number, newcomer, false, "0 of 1 partners consent.", List.of("Njb: does not."),
                List.of("There are many of us."), List.of(), "Nothing changes.", List.of(partner)));
        facts.publishEvent(new AccessionEnded(number, "Nobody was found.", List.of(partner)));
        facts.publishEvent(new NewcomerIn(number, newcomer, Standing.PARTNER, List.of("Expert, local"), true, List.of(newcomer, partner)));
        facts.publishEvent(new NewcomerOut(number, newcomer, "Our board said no.", List.of(partner)));
        facts.publishEvent(new NewcomerOriented(number, newcomer, new NewcomerOrientation(LocalDate.of(2032, 5, 3), true, List.of(),
                "We send it the papers."), List.of(), List.of(newcomer, partner)));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("njbfocal: Organisation Nja may join",
                "testcoordinator: Organisation Nja may join", "njafocal: The partners consent that you join",
                "njbfocal: Organisation Nja does not join", "testcoordinator: Organisation Nja does not join",
                "njafocal: The partners do not consent that you join", "njbfocal: Nobody joins", "testcoordinator: Nobody joins",
                "njafocal: Organisation Nja has joined", "njbfocal: Organisation Nja has joined",
                "testcoordinator: Organisation Nja has joined", "njafocal: Organisation Nja does not join",
                "njbfocal: Organisation Nja does not join", "testcoordinator: Organisation Nja does not join",
                "njafocal: Organisation Nja was shown the work", "njbfocal: Organisation Nja was shown the work",
                "testcoordinator: Organisation Nja was shown the work");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .anySatisfy(text -> assertThat(text).contains("As far as our rains allow"))
                .anySatisfy(text -> assertThat(text).contains("with care", "There are many of us."))
                .anySatisfy(text -> assertThat(text).contains("nobody came", "We send it the papers."));
    }

    @Test
    void all_hear_of_a_partner_that_leaves_and_it_hears_farewell() {
        OrganisationId leaver = registered("Nla");
        OrganisationId other = registered("Nlb");
        PartnershipId number = PartnershipId.of(2931, 44);
        UUID matter = UUID.randomUUID();
        facts.publishEvent(new NoticeGiven(number, matter, leaver, LocalDate.of(2032, 5, 3), "Our programme ends.", false,
                List.of(leaver, other)));
        facts.publishEvent(new OffersAnswered(number, leaver, List.of("Write to the ministry. Offered to Nlb: was declined.")));
        facts.publishEvent(new ThingsPassedOn(number, leaver, List.of("Write to the ministry. Nlb has it now."), List.of(leaver, other)));
        facts.publishEvent(new NoticeTakenBack(number, leaver, "The programme goes on.", List.of(leaver, other)));
        facts.publishEvent(new WithdrawalEnded(number, leaver, "The joint work ended before.", List.of(leaver, other)));
        Leaving leaving = new Leaving(matter, number, leaver, "Organisation Nla", LocalDate.of(2032, 5, 3), "Our programme ends.",
                WayOfLeaving.NOTICE, "Patience", null, false);
        facts.publishEvent(new PartnerParted(leaving, List.of("The lead. It is released."), true, List.of(other), false));

        assertThat(heard(number.value())).containsExactlyInAnyOrder(
                "nlafocal: Organisation Nla leaves", "nlbfocal: Organisation Nla leaves",
                "testcoordinator: Organisation Nla leaves", "nlafocal: Your offers were answered",
                "nlafocal: Organisation Nla passes things on", "nlbfocal: Organisation Nla passes things on",
                "testcoordinator: Organisation Nla passes things on",
                "nlafocal: Organisation Nla stays", "nlbfocal: Organisation Nla stays", "testcoordinator: Organisation Nla stays",
                "nlafocal: Organisation Nla does not leave", "nlbfocal: Organisation Nla does not leave",
                "testcoordinator: Organisation Nla does not leave", "nlbfocal: Organisation Nla has left",
                "testcoordinator: Organisation Nla has left", "nlafocal: Farewell, and thank you");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .anySatisfy(text -> assertThat(text).contains("What it learned with you", "Patience", "its closing begins now",
                        "The lead. It is released.").doesNotContain("What it would do otherwise"))
                .anySatisfy(text -> assertThat(text).contains("Our programme ends.", "3 May 2032"))
                .anySatisfy(text -> assertThat(text).contains("was declined"))
                .anySatisfy(text -> assertThat(text).contains("Thank you for what you brought", "You keep reading what you signed",
                        "The lead. It is released.", "the last message").doesNotContain("released it"));
    }

    @Test
    void who_was_released_hears_why_and_all_hear_when_it_leaves() {
        OrganisationId leaver = registered("Nxa");
        OrganisationId other = registered("Nxb");
        PartnershipId number = PartnershipId.of(2931, 45);
        UUID matter = UUID.randomUUID();
        facts.publishEvent(new NoticeGiven(number, matter, leaver, LocalDate.of(2032, 5, 3), "We see it otherwise.", true,
                List.of(leaver, other)));
        facts.publishEvent(new PartnerParted(new Leaving(matter, number, leaver, "Organisation Nxa", LocalDate.of(2032, 5, 3),
                "We see it otherwise.", WayOfLeaving.RELEASED, null, null, false), List.of(), false, List.of(other), false));

        assertThat(heard(number.value())).containsExactlyInAnyOrder(
                "nxafocal: Organisation Nxa leaves", "nxbfocal: Organisation Nxa leaves", "testcoordinator: Organisation Nxa leaves",
                "nxbfocal: Organisation Nxa has left", "testcoordinator: Organisation Nxa has left", "nxafocal: Farewell, and thank you");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .anySatisfy(text -> assertThat(text).contains("as the partners decided or it agreed", "We see it otherwise.", "3 May 2032"))
                .anySatisfy(text -> assertThat(text).contains("was released and belongs to the partnership no longer"))
                .anySatisfy(text -> assertThat(text).contains("the other partners have released it", "We see it otherwise.")
                        .doesNotContain("What you still held"));
    }

    @Test
    void who_is_asked_whether_it_stays_gets_a_letter_and_the_others_hear_of_it() {
        OrganisationId asked = registered("Nza");
        OrganisationId other = registered("Nzb");
        PartnershipId number = PartnershipId.of(2931, 46);
        Instant until = Instant.parse("2032-05-03T09:00:00Z");
        facts.publishEvent(new LetterWritten(number, asked, Ground.SILENCE, "We hear nothing.", until, List.of(other)));
        facts.publishEvent(new LetterWritten(number, asked, Ground.OTHER, "We see it otherwise.", until, List.of(other)));
        facts.publishEvent(new PartnerKept(number, asked, "Organisation Nza has answered that it stays: “Yes”", List.of(asked, other)));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("nzafocal: Do you stay?", "nzafocal: Do you stay?",
                "nzbfocal: Letter to Organisation Nza", "testcoordinator: Letter to Organisation Nza",
                "nzbfocal: Letter to Organisation Nza", "testcoordinator: Letter to Organisation Nza",
                "nzafocal: Organisation Nza is not released", "nzbfocal: Organisation Nza is not released",
                "testcoordinator: Organisation Nza is not released");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .anySatisfy(text -> assertThat(text).contains("Your partners have heard nothing from you", "We hear nothing.",
                        "If you stay, nothing else happens", "3 May 2032"))
                .anySatisfy(text -> assertThat(text).contains("asks the others to release your organisation", "We see it otherwise.",
                        "after the notice time"))
                .anySatisfy(text -> assertThat(text).contains("If it says that it stays, it stays"))
                .anySatisfy(text -> assertThat(text).contains("They read its answer before"))
                .anySatisfy(text -> assertThat(text).contains("has answered that it stays: “Yes”"));
    }

    @Test
    void members_and_guests_hear_of_a_meeting_and_members_what_was_said_there() {
        OrganisationId member = registered("Nma");
        PartnershipId number = PartnershipId.of(2960, 1);
        facts.publishEvent(new MeetingInvited(number, "Seminar 1", LocalDate.of(2032, 5, 3), "10:00", "The town hall", "What we saw",
                "Telugu, English", "Mail", List.of("Asha Rao (Ministry)"), "Wells are tested", true,
                List.of(new InvitedGuest("Asha Rao", "Ministry", "asha@example.org", "She decides about the wells.")), List.of(member)));
        facts.publishEvent(new MeetingInvited(number, "Steering meeting 4", LocalDate.of(2032, 6, 3), null, "Mail", "What comes next",
                "Telugu, English", "Mail", List.of(), null, false, List.of(), List.of(member)));
        facts.publishEvent(new MinutesShared(number, "Seminar 1", LocalDate.of(2032, 5, 3), null, "Nma, Asha Rao (Ministry)",
                "She listened.", List.of("We write it down."), List.of("Nma: send the figures, by 1 June 2032."),
                List.of("It came. A law."), List.of("Workshop 2: pumps on 4 July 2032"), List.of(member)));
        facts.publishEvent(new MinutesShared(number, "Steering meeting 4", LocalDate.of(2032, 6, 3), "The road was flooded.", null, null,
                List.of(), List.of(), List.of(), List.of(), List.of(member)));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("nmafocal: Seminar 1 on Monday 3 May 2032",
                "testcoordinator: Seminar 1 on Monday 3 May 2032", "asha: You are invited to Seminar 1",
                "nmafocal: Steering meeting 4 on Thursday 3 June 2032", "testcoordinator: Steering meeting 4 on Thursday 3 June 2032",
                "nmafocal: Minutes of Seminar 1", "testcoordinator: Minutes of Seminar 1",
                "nmafocal: Nobody came to Steering meeting 4", "testcoordinator: Nobody came to Steering meeting 4");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .anySatisfy(text -> assertThat(text).contains("The town hall", "Telugu, English", "Wells are tested",
                        "Asha Rao (Ministry)"))
                .anySatisfy(text -> assertThat(text).contains("Dear Asha Rao", "She decides about the wells.",
                        "the partners who invite you").doesNotContain("Your home"))
                .anySatisfy(text -> assertThat(text).contains("Nobody wrote an invitation in time"))
                .anySatisfy(text -> assertThat(text).contains("She listened.", "We write it down.", "send the figures", "A law.", "pumps"))
                .anySatisfy(text -> assertThat(text).contains("The road was flooded."));
    }

    @Test
    void the_sides_of_a_dispute_hear_that_they_are_and_the_others_only_where_it_stands() {
        OrganisationId side = registered("Nda");
        OrganisationId other = registered("Ndb");
        PartnershipId number = PartnershipId.of(2931, 52);
        UUID dispute = UUID.randomUUID();
        facts.publishEvent(new DisputeClimbed(number, dispute, 3, Rung.DIALOGUE, Instant.parse("2032-05-03T10:00:00Z"), List.of(side),
                List.of(other)));
        facts.publishEvent(new DisputeEnded(number, dispute, 3, "It ended on rung 1 of 4, dialogue.",
                "What follows from it has been raised: an amendment.", true, List.of(side), List.of(other)));
        facts.publishEvent(new DisputeEnded(number, dispute, 4, "It was not described in time.", null, false, List.of(side),
                List.of(other)));

        assertThat(heard(number.value())).containsExactlyInAnyOrder("ndafocal: Dispute 3", "ndbfocal: Dispute 3",
                "testcoordinator: Dispute 3",
                "ndafocal: Dispute 3 has ended", "ndbfocal: Dispute 3 has ended", "testcoordinator: Dispute 3 has ended",
                "ndafocal: Dispute 4 has ended");
        assertThat(mailsOf(number.value())).extracting(Mails.Mail::text)
                .anySatisfy(text -> assertThat(text).contains("your organisation is a side of it", "3 May 2032"))
                .anySatisfy(text -> assertThat(text).contains("There is a dispute between members", "3 May 2032"))
                .anySatisfy(text -> assertThat(text).contains("A dispute between members is over.", "an amendment"))
                .noneSatisfy(text -> assertThat(text).contains("Organisation Nda"));
    }

    private OrganisationId registered(String code) {
        return registered(code, LocalDate.of(2040, 12, 31));
    }

    private OrganisationId registered(String code, LocalDate expiresOn) {
        return organisations.register(Registrations.of(code, "Organisation " + code, expiresOn), "testCoordinator");
    }

    /** Who heard what: mailbox and subject without the case. */
    private List<String> heard(OrganisationId one) {
        return heard(one.code());
    }

    private List<String> heard(String number) {
        return mailsOf(number).stream().map(mail -> mail.to().address().replaceFirst("@.*", "").toLowerCase() + ": "
                + mail.subject().replaceFirst("(: [^–(]*)? (– Organisation \\w+ )?\\(.*", "")).toList();
    }

    private Mails.Mail latest(OrganisationId one) {
        return mailsOf(one.code()).get(0);
    }

    private List<Mails.Mail> mailsOf(String number) {
        postman.makeRound();
        return mails.latest(100_000).stream().filter(mail -> mail.subject().endsWith("(" + number + ")")).toList();
    }
}
