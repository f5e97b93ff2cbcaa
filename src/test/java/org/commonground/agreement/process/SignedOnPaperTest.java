package org.commonground.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.PARTICIPANT;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.stage.Refusals.refused;
import static org.commonground.stage.Stage.with;
import static org.commonground.story.Answers.declinedSignature;
import static org.commonground.story.Answers.released;
import static org.commonground.story.Answers.signature;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.IdentityService;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.PaperSigningService;
import org.commonground.agreement.PrintedSheets;
import org.commonground.agreement.SignatureLine;
import org.commonground.engine.MovableClock;
import org.commonground.filing.Bringer;
import org.commonground.filing.Filed;
import org.commonground.filing.FilingService;
import org.commonground.filing.Folder;
import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.organisation.FlagLevel;
import org.commonground.organisation.FlagService;
import org.commonground.organisation.PeopleService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Fao and Goi sign; Fao has a person with a mandate who signs by hand, and a colleague who brings the sheet. */
@ProcessTest
class SignedOnPaperTest {

    private static final String CHECK = "Check agreement";
    private static final String SIGN = "Sign agreement";
    private static final String VERIFY = "Verify paper signature";
    private static final String DECIDE = "Decide on missing signatures";

    @Autowired
    private Stage stage;
    @Autowired
    private Ladder ladder;
    @Autowired
    private MovableClock clock;
    @Autowired
    private AgreementService agreements;
    @Autowired
    private PaperSigningService papers;
    @Autowired
    private PrintedSheets sheets;
    @Autowired
    private FilingService filing;
    @Autowired
    private NegotiationService negotiations;
    @Autowired
    private PeopleService people;
    @Autowired
    private FlagService flags;
    @Autowired
    private IdentityService identities;

    private Cast cast;
    private Actor coordinator;
    private Actor fao;
    private Actor colleague;
    private Actor goi;
    private Actor ngo;
    private PartnershipId id;
    private NegotiationId negotiation;
    private String key;

    @BeforeEach
    void a_text_is_out_for_signature() {
        cast = stage.cast().organisation("Fao", "FAO", Level.NATIONAL, "India", EXPERT, PARTICIPANT)
                .organisation("Goi", "Government of India", Level.NATIONAL, "India", RESOURCE_PROVIDER)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER);
        coordinator = cast.coordinator();
        fao = cast.actor("Fao", EXPERT);
        colleague = cast.actor("Fao", PARTICIPANT);
        goi = cast.actor("Goi", RESOURCE_PROVIDER);
        ngo = cast.actor("Ngo", IMPLEMENTER);
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(cast.id("Fao"), EXPERT);
        partners.put(cast.id("Goi"), RESOURCE_PROVIDER);
        partners.put(cast.id("Ngo"), IMPLEMENTER);
        partners.forEach((organisation, role) -> {
            String focal = organisation.code().toLowerCase() + role.suffix();
            people.giveMandate(organisation, focal, LocalDate.now(clock), null, focal);
        });
        id = ladder.chosen(partners);
        negotiation = ladder.agreed(id);
        key = id.value();
        stage.engine().getRuntimeService().startProcessInstanceByKey("agreement", key, Map.of("negotiation", negotiation.toString()));
        stage.machineWorks();
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
    }

    @Test
    void a_sheet_that_fits_is_verified_and_counts_as_on_paper() {
        String words = sheets.words(id, 1, cast.id("Fao"));
        assertThat(words).contains("Signature", "Place and date", cast.name("Fao"), "focal point");
        assertThat(words.replaceAll("\\s", "")).contains((String) fao.opens(SIGN, key).get("sha256"));
        handsIn(colleague, "Fao");
        assertThat(fao.sees(key)).as("its part is done").isEmpty();
        assertThat(agreements.paper(id, 1).signatures()).isEmpty();
        goi.completes(SIGN, key, signature(goi.opens(SIGN, key)));
        ngo.completes(SIGN, key, signature(ngo.opens(SIGN, key)));
        assertThat(agreements.isSealed(id)).as("nobody has looked at the sheet").isFalse();

        Map<String, Object> shown = coordinator.opens(VERIFY, key);
        assertThat(shown).containsEntry("organisation", cast.name("Fao")).containsEntry("version", 1);
        assertThat(shown.get("signer").toString()).contains("focal point");
        assertThat(coordinator.isRefused(VERIFY, key, with("outcome", "fits", "code", "AAAA-AAAA"))).startsWith(
                "“AAAA-AAAA” is not the code of this version for " + cast.name("Fao"));
        coordinator.completes(VERIFY, key, with("outcome", "fits", "code", code("Fao").toLowerCase().replace('-', ' ')));

        assertThat(agreements.isSealed(id)).isTrue();
        assertThat(agreements.paper(id, 1).signatures()).filteredOn(one -> one.organisation().equals(cast.name("Fao"))).singleElement()
                .satisfies(line -> {
                    assertThat(line.method()).startsWith("On paper, verified by ").endsWith(" on " + Days.inWords(LocalDate.now(clock)));
                    assertThat(line.person()).contains("focal point");
                });
        assertThat(agreements.paper(id, 1).signatures()).extracting(SignatureLine::method).contains("With the person's own account");
    }

    @Test
    void a_sheet_that_does_not_fit_is_refused_for_a_reason_and_the_step_is_open_again() {
        Filed scan = handsIn(fao, "Fao");
        assertThat(coordinator.isRefused(VERIFY, key, with("outcome", "refused", "reason", " "))).isEqualTo(
                "“Why not?” is missing: please fill it in.");
        coordinator.completes(VERIFY, key, with("outcome", "refused", "reason", "The code cannot be read."));
        Map<String, Object> again = fao.opens(SIGN, key);
        assertThat(again).containsEntry("refused", "The code cannot be read.");
        assertThat(fao.isRefused(SIGN, key, onPaper(again, fao, scan, code("Fao")))).isEqualTo(
                "“" + scan.newest().name() + "” was looked at already and did not count. Please add another scan.");
        handsIn(fao, "Fao");
        coordinator.completes(VERIFY, key, with("outcome", "fits", "code", code("Fao")));
        assertThat(fao.sees(key)).isEmpty();
    }

    @Test
    void what_is_not_on_the_sheet_or_not_the_signers_right_is_refused() {
        Map<String, Object> shown = fao.opens(SIGN, key);
        assertThat(shown).containsEntry("noScan", true);
        Filed scan = sheets.scan(id, cast.id("Fao"), colleague.user());
        shown = fao.opens(SIGN, key);
        assertThat(fao.isRefused(SIGN, key, onPaper(shown, fao, scan, "1234-5678"))).isEqualTo("“1234-5678” is not the code on your sheet"
                + " of version 1. It has eight letters and digits, and stands above the line to sign on.");
        assertThat(fao.isRefused(SIGN, key, onPaper(shown, fao, scan, code("Goi")))).as("another's sheet").contains("is not the code");
        Map<String, Object> unsigned = onPaper(shown, colleague, scan, code("Fao"));
        assertThat(fao.isRefused(SIGN, key, unsigned)).as("no mandate").contains("Who signed the sheet?");
        Filed others = sheets.scan(id, cast.id("Goi"), goi.user());
        assertThat(fao.isRefused(SIGN, key, onPaper(shown, fao, others, code("Fao")))).contains("Which file is its scan?");
        flags.raise(cast.id("Fao"), FlagLevel.RED, "Reports are missing", "testCoordinator", id);
        assertThat(fao.isRefused(SIGN, key, onPaper(shown, fao, scan, code("Fao")))).startsWith("A red flag stands against");
    }

    @Test
    void the_whole_fingerprint_will_do_as_well() {
        Map<String, Object> shown = fao.opens(SIGN, key);
        Filed scan = sheets.scan(id, cast.id("Fao"), fao.user());
        fao.completes(SIGN, key, onPaper(fao.opens(SIGN, key), fao, scan, (String) shown.get("sha256")));
        assertThat(coordinator.sees(key)).contains(VERIFY);
    }

    @Test
    void a_new_version_voids_the_sheet_and_its_code() {
        String old = code("Fao");
        Filed scan = handsIn(fao, "Fao");
        Bringer bringer = new Bringer(fao.user(), Set.of(cast.id("Fao")), false, false);
        refused("This scan was handed in as a signature, so it stays as it is.", () -> filing.takeBack(bringer, Folder.of(id), scan.id(),
                "We think better of it"));
        goi.completes(SIGN, key, signature(goi.opens(SIGN, key)));
        stage.fires("Signing time over", key);
        assertThat(coordinator.opens(DECIDE, key).get("missing").toString()).contains(cast.name("Ngo"), "No answer yet",
                cast.name("Fao"), "Its sheet, signed by hand, is not verified yet");
        coordinator.completes(DECIDE, key, with("decision", "extend"));
        assertThat(fao.sees(key)).as("its sheet still waits").isEmpty();
        assertThat(coordinator.sees(key)).contains(VERIFY);
        agreements.giveUp(negotiation, "The text is written anew.");
        stage.machineWorks();
        assertThat(coordinator.sees(key)).containsExactly(CHECK);
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
        assertThat(papers.print(id, 1, List.of(cast.id("Fao")))).as("no sheet of what is void").isEmpty();
        Map<String, Object> shown = fao.opens(SIGN, key);
        Filed another = sheets.scan(id, cast.id("Fao"), fao.user());
        shown = fao.opens(SIGN, key);
        assertThat(fao.isRefused(SIGN, key, onPaper(shown, fao, another, old))).isEqualTo("This is the sheet of version 1, and version 2 is"
                + " to be signed. Please print the sheet anew, sign that one and scan it.");
        assertThat(fao.isRefused(SIGN, key, onPaper(shown, fao, scan, sheets.code(id, 2, cast.id("Fao"))))).endsWith(
                "was added before version 2 was out for signature, so it is the scan of another sheet.");
        filing.takeBack(bringer, Folder.of(id), scan.id(), "It counts no more");
    }

    @Test
    void who_declines_meanwhile_and_who_leaves_end_the_looking() {
        handsIn(fao, "Fao");
        negotiations.leave(negotiation, cast.id("Fao"), "No staff this year", "somebody");
        stage.machineWorks();
        assertThat(coordinator.sees(key)).as("of who left nothing is looked at").doesNotContain(VERIFY);
        goi.completes(SIGN, key, declinedSignature(goi.opens(SIGN, key), "contributions", "Too late for us"));
        stage.assertThat(key).hasPassed("Partner left");
    }

    @Test
    void a_decline_stops_the_looking_too() {
        handsIn(fao, "Fao");
        goi.completes(SIGN, key, declinedSignature(goi.opens(SIGN, key), "contributions", "Too late for us"));
        assertThat(coordinator.sees(key)).doesNotContain(VERIFY);
    }

    @Test
    void nobody_verifies_the_signature_of_their_own_organisation() {
        handsIn(fao, "Fao");
        identities.createMembership(colleague.user(), "coordinator");
        assertThat(colleague.isRefused(VERIFY, key, with("outcome", "fits", "code", code("Fao")))).startsWith("You belong to "
                + cast.name("Fao") + ", whom this is about.");
        identities.deleteMembership(colleague.user(), "coordinator");
        coordinator.completes(VERIFY, key, with("outcome", "fits", "code", code("Fao")));
    }

    @Test
    void who_signed_by_hand_does_not_wait_longer_than_three_days_unnoticed() {
        handsIn(fao, "Fao");
        stage.passes(Duration.ofDays(9));
        assertThat(coordinator.sees(key)).contains(VERIFY);
        assertThat(stage.engine().getTaskService().createTaskQuery().processInstanceBusinessKey(key).taskName(VERIFY).singleResult()
                .getDueDate()).isBefore(Date.from(clock.instant()));
    }

    private Filed handsIn(Actor brings, String code) {
        Filed scan = sheets.scan(id, cast.id(code), brings.user());
        brings.completes(SIGN, key, onPaper(brings.opens(SIGN, key), fao, scan, code(code)));
        return scan;
    }

    private String code(String organisation) {
        return sheets.code(id, agreements.current(negotiation).nr(), cast.id(organisation));
    }

    private static Map<String, Object> onPaper(Map<String, Object> shown, Actor signer, Filed scan, String code) {
        return with("sha256", shown.get("sha256"), "decline", false, "onPaper", true, "signer", signer.user(), "scan",
                scan.id().toString(), "code", code);
    }
}
