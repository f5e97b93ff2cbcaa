package org.commonground.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.PARTICIPANT;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.stage.Stage.with;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.Clause;
import org.commonground.agreement.MembershipVersions;
import org.commonground.agreement.VersionCard;
import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.document.Documents;
import org.commonground.document.Papers;
import org.commonground.document.Readership;
import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Seat;
import org.commonground.matter.MatterService;
import org.commonground.negotiation.SampleTerms;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A cooperative joins four partners just while they report and review: neither asks it, all that comes later does, and the agreement that
 * it signs has other parties and the same words. Beside it another partnership of the same four goes on as it was. In the end one of the
 * four leaves, and the agreement follows once more.
 */
@ProcessTest
class JoinsInTheMiddleStory {

    private static final List<String> FOUR = List.of("Eu", "Ngo", "Fao", "Ffs");
    private static final String RATE = "Rate partnership";
    private static final String REPORT = "Report progress";

    @Autowired
    private Stage stage;
    @Autowired
    private Ladder ladder;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private CommitmentService commitments;
    @Autowired
    private AgreementService agreements;
    @Autowired
    private AgreedTerms agreed;
    @Autowired
    private MembershipVersions memberships;
    @Autowired
    private MatterService matters;
    @Autowired
    private Documents documents;
    @Autowired
    private List<Papers> papers;
    @Autowired
    private List<Readership> readers;
    @Autowired
    private Clock clock;

    private Cast cast;
    private Course course;
    private Actor ngo;
    private Actor coop;
    private Actor coordinator;
    private LocalDate sealed;
    private PartnershipId id;
    private PartnershipId other;
    private String key;

    @BeforeEach
    void two_partnerships_report_and_review_after_a_year() {
        cast = stage.cast().organisation("Eu", "European Union", Level.NATIONAL, "India", RESOURCE_PROVIDER)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER)
                .organisation("Fao", "FAO", Level.NATIONAL, "India", EXPERT)
                .organisation("Ffs", "Alumni federation", Level.LOCAL, "Guntur", PARTICIPANT)
                .organisation("Coop", "Seed cooperative", Level.LOCAL, "Guntur", IMPLEMENTER).withMandates();
        course = new Course(cast);
        ngo = cast.actor("Ngo");
        coop = cast.actor("Coop");
        coordinator = cast.coordinator();
        sealed = LocalDate.now(clock);
        id = atWork();
        other = atWork();
        key = id.value();
        stage.passes(Duration.ofDays(367));
        stage.catchesUp(key, other.value());
    }

    private PartnershipId atWork() {
        PartnershipId partnership = ladder.sealedForWork(List.of(new Seat(cast.id("Eu"), RESOURCE_PROVIDER),
                new Seat(cast.id("Ngo"), IMPLEMENTER), new Seat(cast.id("Fao"), EXPERT), new Seat(cast.id("Ffs"), PARTICIPANT)));
        ladder.amended(partnership, FOUR.stream().map(cast::id).toList(), Topic.DURATION,
                SampleTerms.lasting(48));
        stage.engine().getRuntimeService().startProcessInstanceByKey("work", partnership.value());
        stage.machineWorks();
        coordinator.completes("Orient partners", partnership.value(), Answers.orientation(sealed, FOUR.stream().map(cast::code)
                .toArray(String[]::new)));
        if (coordinator.sees(partnership.value()).contains("Set up secretariat")) {
            coordinator.completes("Set up secretariat", partnership.value(), Answers.secretariat(cast, "Fao", "Eu"));
        }
        return partnership;
    }

    @Test
    void neither_review_nor_round_asks_it_and_all_that_comes_later_does() throws IOException {
        assertThat(ngo.sees(key)).as("in the middle of both").contains(REPORT, RATE);
        joins();
        assertThat(coop.sees(key)).containsExactly("Commit activities");
        coordinator.completes("Orient newcomer", key, with("outcome", "held", "heldOn", LocalDate.now(clock).toString(), "present",
                List.of(cast.code("Coop"), cast.code("Ngo")), "minutes", "We walked the fields."));
        coop.completes("Commit activities", key, with("version", agreed.of(id).version(), "agreed", List.of(), "further", List.of(with(
                "what", "Seed plots", "amount", 12, "unit", "plots", "from", LocalDate.now(clock).plusDays(7).toString(), "to",
                LocalDate.now(clock).plusMonths(9).toString()))));
        assertThat(commitments.of(id)).filteredOn(one -> one.seat().organisation().equals(cast.id("Coop"))).extracting(Commitment::what)
                .containsExactly("Seed plots");
        theAgreementHasOtherPartiesAndTheSameWords();
        ngo.completes(REPORT, key, Answers.report(2, "9", "onTheWay", 1));
        new Course(cast).sayTheirParts(key, FOUR);
        assertThat(coop.sees(key)).as("the next period asks it").containsExactly("Plan period");
        FOUR.stream().filter(one -> cast.actor(one).sees(key).contains(RATE)).forEach(this::rates);
        assertThat(coop.sees(key)).as("the review went on without it").doesNotContain(RATE, "Decide way forward");
        assertThat(coordinator.opens("Discuss differences", key).get("answered").toString()).startsWith("4 of 4 partners rated.");
        LocalDate today = LocalDate.now(clock);
        coordinator.completes("Discuss differences", key, Answers.talk(coordinator.opens("Discuss differences", key), today,
                cast.code("Ngo"), cast.code("Fao")));
        FOUR.forEach(one -> cast.actor(one).completes("Decide way forward", key, Answers.wayForward("continue")));
        assertThat(coop.sees(key)).containsExactly("Plan period");
        coop.completes("Plan period", key, Answers.plan("Seed plots", "*", today.plusDays(20), today.plusDays(60), 1));
        stage.passes(Duration.ofDays(200));
        stage.catchesUp(key, other.value());
        assertThat(coop.sees(key)).as("the next report, and the next review").contains(REPORT, RATE);
        theOtherOneGoesOn();
        theAgreementFollowsWhoLeaves();
        stage.assertThat(key).hasNoIncident();
    }

    @Test
    void during_a_pause_somebody_joins_and_is_asked_for_work_when_it_is_taken_up_again() {
        decided("suspension", FOUR);
        assertThat(ngo.sees(key)).as("the work rests").doesNotContain(REPORT, RATE);
        joins();
        assertThat(coop.sees(key)).as("what it brings").containsExactly("Commit activities");
        coordinator.completes("Orient newcomer", key, with("outcome", "nobody", "heldOn", LocalDate.now(clock).toString(), "minutes",
                "It reads the papers."));
        coop.completes("Commit activities", key, with("version", agreed.of(id).version(), "agreed", List.of(), "further", List.of(with(
                "what", "Seed plots", "amount", 12, "unit", "plots", "from", LocalDate.now(clock).plusDays(7).toString(), "to",
                LocalDate.now(clock).plusMonths(9).toString()))));
        assertThat(coop.sees(key)).as("nothing else while it rests").isEmpty();
        decided("resumption", List.of("Eu", "Ngo", "Fao", "Ffs", "Coop"));
        stage.catchesUp(key, other.value());
        assertThat(ngo.sees(key)).as("where they stood").contains(RATE);
        assertThat(coop.sees(key)).as("the review that had begun goes on without it").doesNotContain(RATE);
        assertThat(partnerships.memberIds(other)).doesNotContain(cast.id("Coop"));
        stage.assertThat(key).hasNoIncident();
    }

    private void decided(String kind, List<String> partners) {
        ngo.starts("matter", with());
        ngo.completes("Describe matter", null, Answers.matter(kind, key, "The floods have taken the fields."));
        partners.forEach(one -> cast.actor(one).completes("Decide on proposal", key, Answers.vote("for", "")));
    }

    private void joins() {
        ngo.starts("matter", with());
        ngo.completes("Describe matter", null, Answers.matter("accession", key, "We lack somebody who has seed."));
        course.findsNewcomers(key, Map.of("Coop", IMPLEMENTER));
        course.consent(key, FOUR);
        coordinator.completes("Connect newcomer", key, with("links", List.of(with("other", cast.code("Ngo"), "level", "local", "about",
                "Seed for the schools"))));
        assertThat(readers.stream().flatMap(one -> one.readers(id).stream())).as("it is not in yet").doesNotContain(cast.id("Coop"));
        course.isReleased(key);
        assertThat(papers.stream().filter(one -> one.shelf().equals("agreements")).flatMap(one -> one.of(id).stream())
                .filter(one -> one.alsoFor().contains(cast.id("Coop"))).map(Papers.Listed::nr)).as("the draft, and over what it lies")
                        .containsExactly(3, 2);
        course.sign(key, List.of("Coop"));
        assertThat(partnerships.partners(id)).contains(cast.id("Coop"));
        assertThat(matters.open(id)).isEmpty();
    }

    private void theAgreementHasOtherPartiesAndTheSameWords() throws IOException {
        assertThat(words(3)).isEqualTo(words(2));
        assertThat(agreed.of(id).terms()).isEqualTo(agreed.asOf(id, 2).terms());
        String before = printed(id, 2);
        String now = printed(id, 3);
        assertThat(before).doesNotContain(cast.name("Coop"));
        assertThat(now).contains(cast.name("Coop") + " joins as a partner, on the day this version is sealed.",
                cast.name("Coop") + " alone signs this text", "Seed for the schools", "Money for the schools", "48");
        assertThat(now.substring(now.lastIndexOf("Signatures"))).contains(cast.name("Coop")).doesNotContain(cast.name("Eu"));
    }

    private List<Clause> words(int version) {
        return agreements.paper(id, version).clauses().stream().filter(one -> !one.key().startsWith("changes") && !Set.of("parties", "web",
                "roles", "signing").contains(one.key())).toList();
    }

    private String printed(PartnershipId partnership, int version) throws IOException {
        VersionCard card = agreements.versions(partnership).stream().filter(one -> one.nr() == version).findFirst().orElseThrow();
        try (PDDocument pdf = Loader.loadPDF(documents.content(card.document()))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private void rates(String code) {
        Actor partner = cast.actor(code);
        if (partner.sees(key).contains("Verify actions")) {
            partner.completes("Verify actions", key, Answers.seen(partner.opens("Verify actions", key), true));
        }
        partner.completes(RATE, key, Answers.ratings(partner.opens(RATE, key), 4));
        partner.completes("State impact", key, Answers.impact(partner.opens("State impact", key), code, 3));
    }

    private void theOtherOneGoesOn() {
        assertThat(partnerships.memberIds(other)).hasSize(4);
        assertThat(agreed.of(other).version()).isEqualTo(2);
        assertThat(coop.sees(other.value())).isEmpty();
        assertThat(matters.all(other)).isEmpty();
    }

    /** As the room of leaving asks for it. */
    private void theAgreementFollowsWhoLeaves() throws IOException {
        partnerships.leave(id, cast.id("Ffs"), "Our programme ends", "focal");
        stage.machineWorks();
        memberships.afterLeaving(id, cast.id("Ffs"), LocalDate.now(clock), "Our programme ends");
        String printed = printed(id, 4);
        String parties = printed.substring(printed.indexOf("These organisations are partners"), printed.indexOf("2 Purpose", printed
                .indexOf("These organisations are partners")));
        assertThat(parties).contains(cast.name("Coop")).doesNotContain(cast.name("Ffs"));
        assertThat(printed.substring(printed.lastIndexOf("Signatures"))).contains(cast.name("Ffs") + " left on", "Our programme ends",
                "So nobody signs this version");
        Stream.of("Coop", "Ngo").forEach(one -> assertThat(cast.actor(one).sees(key)).doesNotContain("Sign agreement"));
    }
}
