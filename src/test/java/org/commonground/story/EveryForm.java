package org.commonground.story;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.commonground.agreement.PrintedSheets;
import org.commonground.dispute.process.DisputeStage;
import org.commonground.filing.Filed;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.organisation.FlagLevel;
import org.commonground.organisation.FlagService;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;
import org.springframework.stereotype.Component;

import static org.commonground.stage.Stage.with;

/**
 * The shortest way past every form of the product: an organisation with a doubt about it, a search in which some are silent, and one
 * partnership from its proposal to the day when somebody asks what became of it. Each form stands open for a moment in its own case.
 */
@Component
public class EveryForm {

    private static final List<String> FIVE = List.of("Fao", "Goi", "Eu", "Ngo", "Ffs");

    private final Stage stage;
    private final FlagService flags;
    private final PartnershipService partnerships;
    private final Actions actions;
    private final PrintedSheets sheets;
    private final Clock clock;
    private Cast cast;
    private Actor coordinator;
    private Course course;
    private String cotton;

    EveryForm(Stage stage, FlagService flags, PartnershipService partnerships, Actions actions, PrintedSheets sheets, Clock clock) {
        this.sheets = sheets;
        this.actions = actions;
        this.stage = stage;
        this.flags = flags;
        this.partnerships = partnerships;
        this.clock = clock;
    }

    /** Those who may start something. */
    public void peopleCome() {
        cast = stage.cast().fao().withMandates();
        coordinator = cast.coordinator();
        course = new Course(cast);
    }

    /** Somebody who may propose a partnership and raise a matter. */
    public Actor partner() {
        return cast.actor("Fao");
    }

    public Actor coordinator() {
        return coordinator;
    }

    public void play() {
        doubtsAboutAnOrganisation();
        aSearchInWhichSomeAreSilent();
        theOnlyParticipantLeavesBeforeTheySign();
        partnersAreChosen();
        somebodyWouldJoinBeforeTheySign();
        theyAgree();
        theyWork();
        theyQuarrel();
        somebodyComesAndLeaves();
        anAllyJoins();
        theyAskWhetherOneStays();
        theyMeet();
        theyReview();
        theyWouldChangeSomething();
        theyPart();
        stage.fires("Registration expires soon", "Narmada");
    }

    private void doubtsAboutAnOrganisation() {
        coordinator.starts("organisation", registration());
        coordinator.completes("Verify organisation", "Narmada", with("outcome", "more", "needed", "The number is not legible."));
        Map<String, Object> again = registration();
        again.remove("code");
        again.remove("focalUser");
        coordinator.completes("Complete registration", "Narmada", again);
        coordinator.completes("Verify organisation", "Narmada", with("outcome", "verified"));
        flags.raise(new OrganisationId("Narmada"), FlagLevel.RED, "Funds cannot be traced.", coordinator.user(), null);
        stage.staff("manager");
        stage.machineWorks();
        coordinator.completes("Resolve flag", "Narmada", with("outcome", "ask", "question", "Do we go on?"));
    }

    private void aSearchInWhichSomeAreSilent() {
        String rice = partner().starts("partnership", Answers.proposal("Rice that waits"));
        partner().completes("Clarify aims", rice, Answers.aims(cast.code("Ngo"), "Guntur", true));
        cast.actor("Ngo").completes("Answer lead request", rice, with("answer", "decline", "reason", "Our season has begun."));
        partner().completes("Name another lead", rice, with("lead", cast.code("Fao")));
        partner().completes("State own profile", rice, Answers.profile("Fao", 4));
        coordinator.completes("Nominate candidates", rice, with("candidates", List.of(
                Answers.nominee(cast.code("Fao"), List.of("expert")), Answers.nominee(cast.code("Ngo"), List.of("implementer")),
                Answers.nominee(cast.code("Ffs"), List.of("participant")))));
        cast.actor("Ngo").completes("Answer invitation", rice, with("answer", "accept"));
        cast.actor("Ngo").completes("State profile", rice, Answers.candidateProfile("Ngo", 4));
        stage.fires("Invitation unanswered", rice);
        coordinator.completesFor(cast.code("Ffs"), "Decide on silence", rice, with("decision", "goOn", "reason", "Three calls."));
        coordinator.completesFor(cast.code("Fao"), "Assess candidate", rice, Answers.assessment(4));
        coordinator.completesFor(cast.code("Ngo"), "Assess candidate", rice, Answers.assessment(4, "approach", 2));
    }

    private void theOnlyParticipantLeavesBeforeTheySign() {
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Fao", Role.EXPERT);
        roles.put("Ngo", Role.IMPLEMENTER);
        roles.put("Ffs", Role.PARTICIPANT);
        String millet = course.choosesPartners("Millet that loses somebody", roles);
        cast.actor("Ffs").starts("matter", with());
        cast.actor("Ffs").completes("Describe matter", null, Answers.matter("withdrawal", millet, "Our season has begun."));
        cast.actor("Ffs").completes("Give notice", millet, with("outcome", "leave", "why", "Our season has begun."));
        coordinator.completes("Seek replacement", millet, with("roles", ((List<?>) coordinator.opens("Seek replacement", millet)
                .get("roles")).stream().map(role -> with("key", ((Map<?, ?>) role).get("key"), "answer", "waive", "words",
                        "The schools find others.")).toList()));
        cast.actor("Ngo").starts("matter", with());
        cast.actor("Ngo").completes("Describe matter", null, Answers.matter("withdrawal", millet, "Then we go, too."));
        cast.actor("Ngo").completes("Give notice", millet, with("outcome", "leave", "why", "Then we go, too."));
    }

    private void partnersAreChosen() {
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Fao", Role.EXPERT);
        roles.put("Goi", Role.DECISION_MAKER);
        roles.put("Eu", Role.RESOURCE_PROVIDER);
        roles.put("Ngo", Role.IMPLEMENTER);
        roles.put("Ffs", Role.PARTICIPANT);
        cotton = course.choosesPartners("Cotton past every form", roles);
    }

    /** It is asked and says nothing. */
    private void somebodyWouldJoinBeforeTheySign() {
        joins("Doa", Role.EXPERT);
        stage.fires("Time to confirm over", cotton);
    }

    private void anAllyJoins() {
        joins("Doa", Role.ALLY);
        coordinator.completes("Orient newcomer", cotton, with("outcome", "nobody", "heldOn", today().toString(), "minutes",
                "We send it the papers."));
        cast.actor("Doa").completes("Commit support", cotton, Answers.support(2));
    }

    private void joins(String code, Role role) {
        cast.actor("Ngo").starts("matter", with());
        cast.actor("Ngo").completes("Describe matter", null, Answers.matter("accession", cotton, "The state should be with us."));
        course.findsNewcomers(cotton, Map.of(code, role));
        course.consent(cotton, FIVE);
        coordinator.completes("Connect newcomer", cotton, with("links", List.of()));
    }

    private void theyAgree() {
        course.findsVision(cotton, FIVE);
        for (int months = 30; months > 27; months--) {
            oneObjects();
            if (coordinator.sees(cotton).contains("Hold mediation")) {
                coordinator.completes("Hold mediation", cotton, Answers.mediation("Justice Rao", today()));
            }
            Map<String, Object> shorter = Answers.reconciled(16, "The partnership lasts as long as stated here, then it is reviewed.");
            shorter.putAll(with("durationMonths", months, "noticeMonths", 3, "consentToJoin", "all", "renewal", "none"));
            coordinator.completes("Reconcile positions", cotton, shorter);
        }
        course.agrees(cotton, FIVE);
        course.isReleased(cotton);
        stage.fires("Signing time over", cotton);
        coordinator.completes("Decide on missing signatures", cotton, with("decision", "extend"));
        partnerships.admit(new PartnershipId(cotton), cast.id("Shop"), Standing.ALLY,
                List.of(new SeatIn(Role.ALLY, Level.NATIONAL, null, null)));
        oneSignsByHand();
        course.sign(cotton, FIVE.subList(1, 5));
    }

    private void oneSignsByHand() {
        PartnershipId id = new PartnershipId(cotton);
        Actor fao = cast.actor("Fao");
        Filed scan = sheets.scan(id, cast.id("Fao"), fao.user());
        Map<String, Object> shown = fao.opens("Sign agreement", cotton);
        String code = sheets.code(id, (Integer) shown.get("version"), cast.id("Fao"));
        fao.completes("Sign agreement", cotton, with("sha256", shown.get("sha256"), "decline", false, "onPaper", true, "signer", fao.user(),
                "scan", scan.id().toString(), "code", code));
        coordinator.completes("Verify paper signature", cotton, with("outcome", "fits", "code", code));
    }

    private void oneObjects() {
        course.accept(cotton, FIVE.subList(0, 4));
        Actor last = cast.actor("Ffs");
        last.completes("State positions", cotton,
                Answers.positions(last.opens("State positions", cotton), "accept", 16, "object", "Too long for us"));
        course.areReady(cotton, FIVE);
    }

    private void theyWork() {
        coordinator.completes("Orient partners", cotton,
                Answers.orientation(today(), FIVE.stream().map(cast::code).toArray(String[]::new)));
        coordinator.completes("Set up secretariat", cotton, Answers.secretariat(cast, "Fao", "Eu"));
        course.commits(cotton, "Goi", "Commit policy decisions");
        course.commits(cotton, "Fao", "Commit expertise");
        course.commits(cotton, "Ngo", "Commit activities");
        course.commits(cotton, "Ffs", "Commit participation");
        cast.actor("Shop").completes("Commit support", cotton, Answers.support(1));
        Map<String, Object> funds = Answers.asAgreed("Commit funds", cast.actor("Eu").opens("Commit funds", cotton));
        funds.put("instalments", List.of(with("due", today().plusDays(40).toString(), "amount", 100_000, "receiver", cast.code("Ngo"))));
        cast.actor("Eu").completes("Commit funds", cotton, funds);
        cast.actor("Ngo").completes("Plan period", cotton, with("items", List.of(), "remark", "We wait for the rain"));
        coordinator.completes("Settle plans", cotton, with("settlement", "All wait."));
        // While money was not yet committed somebody looked for it every day.
        for (int day = 0; day < 2 && !cast.actor("Ngo").sees(cotton).contains("Confirm instalment"); day++) {
            stage.fires("Instalment due", cotton);
        }
        cast.actor("Ngo").completes("Confirm instalment", cotton,
                with("came", "yes", "receivedOn", today().toString(), "received", 100_000, "note", ""));
        stage.fires("Period ended", cotton);
        cast.actor("Ngo").completes("Report progress", cotton, Answers.report(1, "9", "onTheWay", 4));
        Map.of("Goi", "State decisions", "Fao", "State advice", "Ffs", "State experience", "Shop", "State observations",
                "Eu", "State support").forEach((code, label) -> cast.actor(code).completes(label, cotton,
                        Answers.part(label, cast.actor(code).opens(label, cotton))));
        cast.actor("Eu").completes("Read reports", cotton, with("asked", List.of(Map.of("report", cast.code("Ngo") + ":implementer",
                "question", "Why so few?"))));
        stage.fires("Reading time over", cotton);
        cast.actor("Ngo").completes("Answer question", cotton, with("answer", "It rained.", "progress",
                List.of(Map.of("objective", 1, "measured", "8", "standing", "behind"))));
    }

    /** From the dialogue to what the others decide. */
    private void theyQuarrel() {
        Actor fao = cast.actor("Fao");
        DisputeStage.raises(fao, cotton, cast, "The seed came too late", "Ngo");
        List<Actor> sides = List.of(fao, cast.actor("Ngo"));
        sides.forEach(side -> side.completes(DisputeStage.SAY, cotton, DisputeStage.inDialogue("moveOn", null, "We do not agree.")));
        coordinator.completes(DisputeStage.TAKE_ON, cotton, with());
        coordinator.completes(DisputeStage.WRITE, cotton, with("outcome", "held", "metOn", today().toString(), "present", "Asha, Ravi",
                "came", "Tea", "words", "They talked.", "again", "no"));
        sides.forEach(side -> side.completes(DisputeStage.SAY, cotton, DisputeStage.says("moveOn", null, "We do not agree.")));
        sides.forEach(side -> side.completes(DisputeStage.SAY, cotton, DisputeStage.naming("", "moveOn", null, "We do not agree.")));
        Stream.of("Goi", "Eu", "Ffs").map(cast::actor).forEach(one -> one.completes(DisputeStage.DECIDE, cotton,
                with("ending", "settled", "words", "Order in March.")));
    }

    /** What it holds one takes, one is released, and one is left when its day has come. */
    private void somebodyComesAndLeaves() {
        PartnershipId id = new PartnershipId(cotton);
        Actor cicr = cast.actor("Cicr");
        partnerships.admit(id, cast.id("Cicr"), Standing.PARTNER, List.of(new SeatIn(Role.EXPERT, Level.NATIONAL, null, null)));
        actions.agree(id, "Review 0", Stream.of("Count moths", "Weigh cotton", "Read soil").map(what -> new AgreedAction("Cotton", what,
                cast.id("Cicr"), today().plusYears(1), cast.id("Eu"))).toList(), coordinator.user());
        cicr.starts("matter", with());
        cicr.completes("Describe matter", null, Answers.matter("withdrawal", cotton, "Our laboratory closes."));
        cicr.completes("Give notice", cotton, with("outcome", "leave", "effective", today().plusMonths(3).plusDays(1).toString(), "why",
                "Our laboratory closes."));
        cicr.completes("Offer what is held", cotton, with("outcome", "offer", "things", things(cicr.opens("Offer what is held", cotton),
                "to", "Count moths", cast.code("Ngo"), "Weigh cotton", "release")));
        cicr.completes("Share parting words", cotton, with("learned", "Patience", "otherwise", "Meet in the fields."));
        cast.actor("Ngo").completes("Take over offers", cotton, with("things", things(cast.actor("Ngo").opens("Take over offers", cotton),
                "answer", "Count moths", "take")));
        List<Map<String, Object>> released = things(cast.actor("Fao").opens("Decide on releases", cotton), "answer", "", "release");
        released.forEach(row -> row.put("words", "So be it."));
        cast.actor("Fao").completes("Decide on releases", cotton, with("things", released));
        stage.fires("Last day come", cotton);
        FIVE.stream().map(cast::actor).forEach(one -> one.completes("Settle what is left", cotton, with("things",
                things(one.opens("Settle what is left", cotton), "answer", "", "release"))));
    }

    private void theyAskWhetherOneStays() {
        Actor eu = cast.actor("Eu");
        eu.starts("matter", with());
        eu.completes("Describe matter", null, Answers.matter("release", cotton, "It does not come to our meetings."));
        eu.completes("Name partner to release", cotton, with("partner", cast.code("Goi"), "ground", "other"));
        cast.actor("Goi").completes("Answer letter", cotton, with("answer", "stay", "words", "From May on we come."));
        FIVE.stream().filter(code -> !code.equals("Goi")).forEach(code -> cast.actor(code).completes("Decide on proposal", cotton,
                Answers.vote("against", "It is welcome.")));
    }

    /** A row for each thing that is shown, with an answer to those that contain the words before it. */
    private static List<Map<String, Object>> things(Map<String, Object> shown, String field, String... answers) {
        return ((List<?>) shown.get("things")).stream().map(row -> (Map<?, ?>) row).map(row -> {
            Map<String, Object> given = with("key", row.get("key"));
            for (int nr = 0; nr < answers.length; nr += 2) {
                if (row.values().stream().anyMatch(text(answers[nr]))) {
                    given.put(field, answers[nr + 1]);
                }
            }
            return given;
        }).toList();
    }

    private static Predicate<Object> text(String words) {
        return value -> value.toString().contains(words);
    }

    private void theyMeet() {
        stage.fires("Meeting due", cotton);
        LocalDate day = today().plusDays(1);
        coordinator.completes("Invite to meeting", cotton, Answers.invitation(day));
        stage.fires("Meeting day over", cotton);
        Map<String, Object> minutes = Answers.minutes(day, cast.code("Fao"), cast.code("Ngo"));
        minutes.put("guests", List.of("1"));
        coordinator.completes("Write minutes", cotton, minutes);
    }

    private void theyReview() {
        stage.fires("Review due", cotton);
        looksBack();
        FIVE.forEach(code -> cast.actor(code).completes("Decide way forward", cotton, Answers.wayForward("correct")));
        // What was agreed to be done is looked at in the next one.
        stage.fires("Review due", cotton);
        looksBack();
        cast.actor("Fao").completes("Decide way forward", cotton, Answers.wayForward("continue"));
        stage.fires("Decision time over", cotton);
        coordinator.completes("Settle way forward", cotton,
                Answers.settledWay("continue", today(), FIVE.stream().map(cast::code).toArray(String[]::new)));
    }

    /** One sees it better than the others, so that there is something to talk about. */
    private void looksBack() {
        for (String code : FIVE) {
            Actor partner = cast.actor(code);
            if (partner.sees(cotton).contains("Verify actions")) {
                partner.completes("Verify actions", cotton, Answers.seen(partner.opens("Verify actions", cotton), true));
            }
            partner.completes("Rate partnership", cotton,
                    Answers.ratings(partner.opens("Rate partnership", cotton), code.equals("Fao") ? 5 : 3));
            partner.completes("State impact", cotton, Answers.impact(partner.opens("State impact", cotton), code, 3));
        }
        coordinator.completes("Discuss differences", cotton, Answers.talk(coordinator.opens("Discuss differences", cotton), today(),
                cast.code("Goi"), cast.code("Fao")));
    }

    /** One proposes another name, another one reads it; the end of the work overtakes it. */
    private void theyWouldChangeSomething() {
        cast.actor("Ngo").starts("matter", with());
        cast.actor("Ngo").completes("Describe matter", null, Answers.matter("amendment", cotton, "Nobody knows us by that name."));
        cast.actor("Ngo").completes("Propose changes", cotton, with("outcome", "propose", "version", 2, "subjects", List.of("name"),
                "concerned", List.of(), "nameWording", "Fields without poison"));
        cast.actor("Fao").completes("Read amendment", cotton, with("answer", "read"));
        cast.actor("Ngo").starts("matter", with());
        cast.actor("Ngo").completes("Describe matter", null, Answers.matter("lead", cotton, "Who pays should lead."));
        cast.actor("Ngo").completes("Propose new lead", cotton, with("lead", "nobody"));
    }

    private void theyPart() {
        cast.actor("Ffs").starts("matter", with());
        cast.actor("Ffs").completes("Describe matter", null, Answers.matter("closure", cotton, "All is done."));
        FIVE.forEach(code -> cast.actor(code).completes("Decide on proposal", cotton, Answers.vote("for", "")));
        coordinator.completes("Choose trajectory", cotton,
                Answers.trajectory("handedOver", "The state department carries the schools on."));
        stage.fires("Reconciling time over", cotton);
        stage.fires("Lesson time over", cotton);
        coordinator.completes("Review jointly", cotton,
                Answers.jointReview(today(), FIVE.stream().map(cast::code).toArray(String[]::new)));
        coordinator.completes("Hand over", cotton, Answers.handOver(today(), cast.code("Goi")));
        Map<String, Object> settling = Answers.closingList(coordinator.opens("Check closing list", cotton), true);
        settling.computeIfPresent("items", (key, items) -> ((List<?>) items).stream().map(row -> (Map<?, ?>) row)
                .map(row -> with("item", row.get("item"), "state", "left", "words", "Nobody answered any more.")).toList());
        coordinator.completes("Check closing list", cotton, settling);
        stage.fires("Six months over", cotton);
    }

    private Map<String, Object> registration() {
        return with("code", "Narmada", "name", "Farmers of Narmada", "kind", "producerAssociation", "country", "IN",
                "roles", List.of("implementer", "participant"), "levels", List.of("local"),
                "areas", List.of(with("name", "Guntur", "level", "local", "within", "Andhra Pradesh")),
                "document", "Certificate", "documentNumber", "4711", "expiresOn", today().plusYears(10).toString(),
                "focalName", "Focal of Narmada", "focalEmail", "focal@narmada.example", "focalUser", "narmadaFocal",
                "references", List.of(with("name", "Dr. Rao", "contact", "rao@example.org")));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
