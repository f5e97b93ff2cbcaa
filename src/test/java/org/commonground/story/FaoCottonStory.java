package org.commonground.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.SealedAgreement;
import org.commonground.agreement.VersionCard;
import org.commonground.agreement.VersionStage;
import org.commonground.document.Documents;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Level.LOCAL;
import static org.commonground.stage.Stage.with;
import static org.commonground.story.Answers.aims;
import static org.commonground.story.Answers.assessment;
import static org.commonground.story.Answers.candidateProfile;
import static org.commonground.story.Answers.commonGround;
import static org.commonground.story.Answers.declinedSignature;
import static org.commonground.story.Answers.nominee;
import static org.commonground.story.Answers.picked;
import static org.commonground.story.Answers.positions;
import static org.commonground.story.Answers.profile;
import static org.commonground.story.Answers.proposal;
import static org.commonground.story.Answers.reconciled;

/**
 * FAO cotton IPM, from the proposal to the sealed agreement: nine organisations are asked and one declines; of the eight partners one
 * objects and another does not sign the first version. A second partnership of some of them goes its own way at the same time.
 */
@ProcessTest
class FaoCottonStory {

    private static final List<String> EIGHT = List.of("Goi", "Fao", "Eu", "Doa", "Cicr", "Ngo", "Ffs", "Shop");
    private static final List<String> THREE = List.of("Ngo", "Ffs", "Doa");

    @Autowired
    private org.commonground.stage.Stage stage;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private AgreementService agreements;
    @Autowired
    private AgreedTerms agreed;
    @Autowired
    private Documents documents;

    private Cast cast;
    private Course course;
    private Actor coordinator;

    @Test
    void eight_partners_find_each_other_agree_and_sign_and_a_second_partnership_does_not_notice() throws Exception {
        cast = stage.cast().fao().organisation("Mill", "Spinning mill", LOCAL, "Guntur", Role.ALLY).withMandates();
        course = new Course(cast);
        coordinator = cast.coordinator();

        String cotton = partnersAreChosen();
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Ngo", Role.RESOURCE_PROVIDER);
        roles.put("Ffs", Role.PARTICIPANT);
        roles.put("Doa", Role.IMPLEMENTER);
        String rice = course.choosesPartners("Rice without poison", roles);
        assertThat(phase(cotton)).isEqualTo(Phase.NEGOTIATING);
        assertThat(cast.actor("Mill").sees(cotton)).as("declined").isEmpty();
        assertThat(cast.actor("Eu").sees(rice)).as("not asked").isEmpty();

        course.findsVision(cotton, EIGHT);
        course.findsVision(rice, THREE);

        // Round one: the farmers' federation objects to the three years, the NGO stands aside on one topic.
        course.accept(cotton, List.of("Goi", "Fao", "Eu", "Doa", "Cicr", "Shop"));
        states(cotton, "Ngo", 9, "standAside", "We ask that values are reviewed each year.");
        states(cotton, "Ffs", 16, "object", "Three years bind us longer than our members elected us.");
        assertThat(cast.actor("Eu").opens("Read the positions", cotton).toString()).contains("Three years bind us longer");
        course.areReady(cotton, EIGHT);
        coordinator.completes("Reconcile positions", cotton, shorter(cotton));

        // Round two: that topic alone, for all. One needs the time, so everybody has it.
        assertThat((List<?>) cast.actor("Shop").opens("State positions", cotton).get("positions")).hasSize(1);
        course.accept(cotton, EIGHT);
        course.areReady(cotton, List.of("Goi", "Fao", "Eu", "Doa", "Cicr", "Ngo", "Ffs"));
        cast.actor("Shop").completes("Read the positions", cotton, Answers.wantsTime());
        assertThat(coordinator.sees(cotton)).as("reading time is not over").isEmpty();
        stage.fires("Reflection time over", cotton);

        // The other partnership is in its own first round meanwhile.
        course.agrees(rice, THREE);
        course.isReleased(rice);

        // Seven sign, the European Union does not: everybody hears why, and the one topic is open again.
        course.isReleased(cotton);
        course.sign(cotton, List.of("Goi", "Fao", "Doa", "Cicr", "Ngo"));
        cast.actor("Eu").completes("Sign agreement", cotton,
                declinedSignature(cast.actor("Eu").opens("Sign agreement", cotton), "contributions",
                "Our rules want the funds named year by year."));
        assertThat(cast.actor("Ffs").sees(cotton)).as("signing has stopped").isEmpty();
        assertThat(agreements.versions(id(cotton))).extracting(VersionCard::stage).containsExactly(VersionStage.VOID);
        coordinator.completes("Reconcile positions", cotton, yearByYear(cotton));
        course.agrees(cotton, EIGHT);

        // All eight sign the second version, whose text they see; the signatures under the first count no more.
        course.isReleased(cotton);
        assertThat(cast.actor("Goi").opens("Sign agreement", cotton).toString()).contains("funds year by year");
        course.sign(cotton, EIGHT);
        course.sign(rice, THREE);

        SealedAgreement sealed = agreed.of(id(cotton));
        assertThat(sealed.version()).isEqualTo(2);
        assertThat(sealed.terms().durationMonths()).isEqualTo(24);
        assertThat(agreed.of(id(rice)).terms().durationMonths()).isEqualTo(36);
        assertThat(agreements.isIntact(id(cotton), 2)).isTrue();
        byte[] pdf = documents.content(sealed.document());
        assertThat(Documents.sha256(pdf)).isEqualTo(sealed.pdfSha256());
        try (PDDocument printed = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(printed).replaceAll("\\s+", " ");
            assertThat(text).contains("Cotton without poison", cotton, "24 months", "We ask that values are reviewed each year.",
                    "The institute sends a specialist from the capital in the first season.", sealed.sha256())
                    .doesNotContain("Three years bind us longer", "Draft", "not a signed copy");
            EIGHT.forEach(code -> assertThat(text).contains(cast.name(code)));
        }
        assertThat(partnerships.members(id(cotton))).extracting(Member::organisation)
                .containsExactlyInAnyOrderElementsOf(EIGHT.stream().map(cast::id).toList());
        for (String number : List.of(cotton, rice)) {
            assertThat(EIGHT).allSatisfy(code -> assertThat(cast.actor(code).sees(number)).isEmpty());
        }
    }

    /** Nine are asked, one declines, one fit has to be judged, and one needed role is waived with its reason. */
    private String partnersAreChosen() {
        Actor fao = cast.actor("Fao");
        String cotton = fao.starts("partnership", proposal("Cotton without poison"));
        fao.completes("Clarify aims", cotton, aims(cast.code("Goi"), "Guntur", false));
        cast.actor("Goi").completes("Answer lead request", cotton, with("answer", "accept"));
        assertThat(partnerships.neededRoles(id(cotton))).extracting(role -> role.inWords()).containsExactlyInAnyOrder(
                "Implementer, local, Guntur", "Participant, local", "Resource provider, national", "Expert, local, Guntur");

        cast.actor("Goi").completes("State own profile", cotton, profile("GoI", 4));
        fao.completes("State own profile", cotton, profile("FAO", 5));
        nominate(cotton);

        List<String> asked = List.of("Eu", "Doa", "Cicr", "Ngo", "Ffs", "Shop");
        asked.forEach(code -> cast.actor(code).completes("Answer invitation", cotton, with("answer", "accept")));
        cast.actor("Mill").completes("Answer invitation", cotton, with("answer", "decline", "reason", "We spin no cotton this year."));
        assertThat(cast.actor("Mill").sees(cotton)).isEmpty();
        asked.forEach(code -> cast.actor(code).completes("State profile", cotton, candidateProfile(code, 4)));

        for (String code : List.of("Goi", "Fao", "Eu", "Doa", "Ngo", "Ffs", "Shop")) {
            coordinator.completesFor(cast.code(code), "Assess candidate", cotton, assessment(4));
        }
        coordinator.completesFor(cast.code("Cicr"), "Assess candidate", cotton, assessment(4, "approach", 2));
        coordinator.completes("Judge partner fit", cotton,
                with("outcome", "include", "judgement", "Its approach can change with the schools."));
        coordinator.completes("Find common ground", cotton, commonGround());

        Map<String, Object> shown = coordinator.opens("Select partners", cotton);
        List<Map<String, Object>> decisions = ((List<?>) shown.get("decisions")).stream().map(row -> Map.of(
                "organisation", ((Map<?, ?>) row).get("organisation"), "decision", (Object) "include", "reason", "It fits.")).toList();
        assertThat(coordinator.isRefused("Select partners", cotton,
                with("outcome", "choose", "decisions", decisions, "waivers", List.of())))
                .isEqualTo("Still missing: Expert, local, Guntur. Choose a candidate for it, look for more candidates, or go on without "
                        + "it and say why.");
        coordinator.completes("Select partners", cotton, with("outcome", "choose", "decisions", decisions, "waivers",
                List.of(Map.of("role", picked(shown, "openRoles", "Expert, local, Guntur").get(0),
                        "reason", "The institute sends a specialist from the capital in the first season."))));
        coordinator.completes("Draw partnership web", cotton, with("links", List.of(
                Map.of("one", cast.code("Ngo"), "other", cast.code("Ffs"), "level", "local", "about", "Training of facilitators"),
                Map.of("one", cast.code("Goi"), "other", cast.code("Eu"), "level", "national", "about", "Release of funds"))));
        return cotton;
    }

    private void nominate(String cotton) {
        Map<String, Object> shown = coordinator.opens("Nominate candidates", cotton);
        List<String> resources = picked(shown, "roles", "Resource provider, national");
        List<String> implementer = picked(shown, "roles", "Implementer, local, Guntur");
        List<String> participant = picked(shown, "roles", "Participant, local");
        coordinator.completes("Nominate candidates", cotton, with("candidates", List.of(
                nominee(cast.code("Goi"), List.of("decisionMaker", resources.get(0))),
                nominee(cast.code("Fao"), List.of("expert")),
                nominee(cast.code("Eu"), resources),
                nominee(cast.code("Doa"), List.of("decisionMaker")),
                nominee(cast.code("Cicr"), List.of("expert")),
                nominee(cast.code("Ngo"), implementer),
                nominee(cast.code("Ffs"), List.of(participant.get(0), implementer.get(0))),
                nominee(cast.code("Shop"), List.of("resourceProvider")),
                nominee(cast.code("Mill"), List.of("ally")))));
    }

    private void states(String number, String code, int topic, String position, String words) {
        Actor partner = cast.actor(code);
        partner.completes("State positions", number, positions(partner.opens("State positions", number), "accept", topic, position, words));
    }

    /** The contested duration in new words and figures. */
    private Map<String, Object> shorter(String number) {
        assertThat((List<?>) coordinator.opens("Reconcile positions", number).get("contested")).hasSize(1);
        Map<String, Object> answers = reconciled(16, "The partnership lasts two years and ends well: the partners plan its end together.");
        answers.putAll(with("durationMonths", 24, "noticeMonths", 3, "consentToJoin", "twoThirds", "renewal",
                "none"));
        return answers;
    }

    /** The contested contributions, each as it was, in clearer words. */
    private Map<String, Object> yearByYear(String number) {
        Map<String, Object> shown = coordinator.opens("Reconcile positions", number);
        Map<String, Object> answers = reconciled(4, "Each partner brings what is listed here, funds year by year.");
        answers.put("contributions", ((List<?>) shown.get("contributions")).stream()
                .map(row -> Answers.contribution((String) ((Map<?, ?>) row).get("seat"))).toList());
        return answers;
    }

    private Phase phase(String number) {
        return partnerships.card(id(number)).phase();
    }

    private static PartnershipId id(String number) {
        return new PartnershipId(number);
    }
}
