package org.commonground.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.stage.Refusals.refused;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonground.document.Documents;
import org.commonground.document.Papers;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.organisation.FlagLevel;
import org.commonground.organisation.FlagService;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.PeopleService;
import org.commonground.partnership.Link;
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

/** The agreement follows who belongs. Fao, Goi and Ngo are in force; Una is about to join. */
@DomainTest
class MembershipVersionsTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId NGO = new OrganisationId("Ngo");
    private static final OrganisationId SHOP = new OrganisationId("Shop");
    private static final OrganisationId UNA = new OrganisationId("Una");
    private static final OrganisationId LAB = new OrganisationId("Lab");
    private static final SeatIn EXPERT = new SeatIn(Role.EXPERT, Level.LOCAL, null, "Entomology");
    private static final String HOW = "Goi proposed it, and all partners consented.";

    @Autowired
    Ladder ladder;
    @Autowired
    MembershipVersions memberships;
    @Autowired
    AgreementService service;
    @Autowired
    AgreementPapers papers;
    @Autowired
    DraftingService drafting;
    @Autowired
    SigningService signing;
    @Autowired
    SealedTerms agreed;
    @Autowired
    NegotiationService negotiations;
    @Autowired
    RoundService rounds;
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
    MovableClock clock;
    @Autowired
    ApplicationEvents events;

    private PartnershipId id;

    @BeforeEach
    void three_are_in_force() {
        ladder.verified(List.of(FAO, GOI, NGO, SHOP, UNA, LAB));
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(FAO, Role.EXPERT);
        partners.put(GOI, Role.RESOURCE_PROVIDER);
        partners.put(NGO, Role.IMPLEMENTER);
        id = ladder.inForce(partners);
        List.of(UNA, LAB).forEach(one -> people.giveMandate(one, focal(one), today(), null, focal(one)));
    }

    // Leaving

    @Test
    void who_left_is_named_no_more_and_nobody_signs_that() throws IOException {
        partnerships.connect(id, List.of(new Link(FAO, NGO, "Training", Level.LOCAL)));
        partnerships.leave(id, NGO, "Our programme ends", "focal");
        memberships.afterLeaving(id, NGO, today(), "Our programme ends");
        Paper paper = service.paper(id, 2);
        assertThat(paper.stage()).isEqualTo(VersionStage.SEALED);
        assertThat(paper.number()).isEqualTo(id + "/A1");
        assertThat(paper.parties()).extracting(Party::code, Party::mustSign).containsExactly(tuple("Fao", false), tuple("Goi", false));
        assertThat(clause(2, "parties").table().rows()).extracting(row -> row.get(0)).containsExactly("Organisation Fao (Fao)",
                "Organisation Goi (Goi)");
        assertThat(clause(2, "changes").paragraphs()).last().asString().isEqualTo(
                "Organisation Ngo left on %s. The reason that was given: Our programme ends".formatted(Days.inWords(today())));
        assertThat(clause(2, "signing").paragraphs()).contains(
                "Nobody signs this version: a leaving changes nothing that the others agreed. All members are told.");
        assertThat(others(2)).as("letter by letter").isEqualTo(others(1));
        assertThat(paper.readers()).as("nobody was asked to read it").isEmpty();
        String printed = printed(2);
        String last = printed.substring(printed.lastIndexOf("Signatures"));
        assertThat(last).contains("Organisation Ngo left on", "So nobody signs this version", paper.sha256().substring(0, 20))
                .doesNotContain("asked to read");
        assertThat(events.stream(AgreementSealed.class).filter(one -> one.version() == 2)).singleElement().satisfies(fact -> {
            assertThat(fact.members()).containsExactly(FAO, GOI);
            assertThat(fact.membership()).startsWith("Organisation Ngo left on");
            assertThat(fact.signed()).isEmpty();
        });
    }

    @Test
    void it_is_sealed_once_however_often_it_is_asked_for_and_for_all_who_left() {
        partnerships.admit(id, UNA, Standing.PARTNER, List.of(EXPERT));
        memberships.afterLeaving(id, NGO, today(), "It is still there");
        assertThat(service.versions(id)).as("it has not left").hasSize(1);
        partnerships.leave(id, NGO, "Done", "focal");
        partnerships.leave(id, GOI, "Done, too", "focal");
        memberships.afterLeaving(id, NGO, today(), "Done");
        memberships.afterLeaving(id, NGO, today(), "Done");
        memberships.afterLeaving(id, GOI, today(), "Done, too");
        assertThat(service.versions(id)).extracting(VersionCard::nr).containsExactly(2, 1);
        assertThat(service.paper(id, 2).parties()).extracting(Party::code).containsExactly("Fao", "Una");
        assertThat(clause(2, "changes").paragraphs()).last().asString().endsWith("Organisation Goi has left, too.");
    }

    @Test
    void nothing_follows_where_nothing_is_in_force_or_one_is_left() {
        partnerships.leave(id, NGO, "Done", "focal");
        partnerships.leave(id, GOI, "Done", "focal");
        memberships.afterLeaving(id, NGO, today(), "Done");
        assertThat(service.versions(id)).hasSize(1);
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(FAO, Role.EXPERT);
        partners.put(GOI, Role.RESOURCE_PROVIDER);
        PartnershipId young = ladder.chosen(partners);
        memberships.afterLeaving(young, NGO, today(), "Done");
        assertThat(service.versions(young)).isEmpty();
        refused("There is no agreement in force yet that somebody could join.",
                () -> memberships.openAdhesion(young, new Joiner(UNA, List.of(EXPERT), List.of()), HOW));
    }

    @Test
    void words_that_no_paper_can_show_hold_nothing_up() {
        partnerships.leave(id, NGO, "Done \u0378", "focal");
        memberships.afterLeaving(id, NGO, today(), "Done \u0378");
        assertThat(clause(2, "changes").paragraphs()).last().asString().endsWith("left on %s.".formatted(Days.inWords(today())));
    }

    @Test
    void a_change_out_for_signature_is_written_anew_without_who_left() {
        NegotiationId change = ladder.round(ladder.changing(id, List.of(FAO, NGO), Map.of(Topic.SHARED_VALUES, "Patience, above all"),
                Terms.none()));
        drafting.chooseForm(change, AgreementForm.MEMORANDUM, "The partners need no contract.");
        drafting.release(change, drafting.draft(change), "coordinator");
        signing.openSigning(change);
        partnerships.leave(id, NGO, "Done", "focal");
        assertThat(negotiations.parties(change)).as("nobody waits for it").containsExactly(FAO);
        memberships.afterLeaving(id, NGO, today(), "Done");
        assertThat(service.current(change).stage()).isEqualTo(VersionStage.VOID);
        int nr = drafting.draft(change);
        assertThat(nr).isEqualTo(4);
        assertThat(service.paper(id, 4).parties()).extracting(Party::code, Party::mustSign).containsExactly(tuple("Fao", true),
                tuple("Goi", false));
        assertThat(clause(4, "parties")).isEqualTo(clause(3, "parties"));
        assertThat(clause(4, "topic-9").paragraphs()).contains("Patience, above all");
        drafting.release(change, 4, "coordinator");
        signing.openSigning(change);
        signing.sign(change, FAO, service.current(change).sha256(), focal(FAO));
        assertThat(signing.seal(change)).isTrue();
        assertThat(negotiations.parties(founding())).as("what it signed it keeps").contains(NGO);
    }

    // Joining

    @Test
    void who_joins_alone_signs_a_text_with_other_members_and_the_same_words() throws IOException {
        NegotiationId adhesion = joining(UNA, new Link(UNA, NGO, "Insects", Level.LOCAL));
        released(adhesion);
        assertThat(signing.awaited(adhesion)).containsExactly("Una");
        assertThat(readersOf(2)).as("the draft it signs").contains(UNA);
        assertThat(readersOf(1)).as("and over what it lies").contains(UNA);
        assertThat(partnerships.memberIds(id)).as("not before it is sealed").doesNotContain(UNA);
        sign(adhesion, UNA);
        assertThat(signing.seal(adhesion)).isTrue();
        Paper paper = service.paper(id, 2);
        assertThat(paper.parties()).extracting(Party::code, Party::mustSign).containsExactly(tuple("Fao", false), tuple("Goi", false),
                tuple("Ngo", false), tuple("Una", true));
        assertThat(clause(2, "parties").table().rows()).extracting(row -> row.get(0)).contains("Organisation Una (Una)");
        assertThat(clause(2, "web").table().rows()).contains(List.of("Organisation Ngo", "Organisation Una", "Insects", "Local"));
        assertThat(clause(2, "signing").paragraphs()).anySatisfy(words -> assertThat(words).startsWith("Organisation Una alone signs"));
        assertThat(clause(2, "changes").paragraphs()).last().asString().isEqualTo(
                "Organisation Una joins as a partner, on the day this version is sealed. " + HOW);
        assertThat(others(2)).isEqualTo(others(1));
        assertThat(paper.webSvg()).contains("Organisation Una");
        assertThat(agreed.of(id).terms()).isEqualTo(agreed.asOf(id, 1).terms());
        assertThat(printed(2)).contains("Who joins signed the text with this hash").doesNotContain("asked to read");
        assertThat(readersOf(1)).as("what it joined it reads as a member from now on").doesNotContain(UNA);
    }

    @Test
    void two_who_join_at_once_stand_beside_each_other_in_the_end() {
        NegotiationId una = joining(UNA);
        NegotiationId lab = joining(LAB);
        released(una);
        released(lab);
        sign(una, UNA);
        assertThat(signing.seal(una)).isTrue();
        assertThat(service.current(lab).stage()).isEqualTo(VersionStage.VOID);
        released(lab);
        assertThat(service.paper(id, 4).parties()).as("signed, and not let in yet").extracting(Party::code).containsExactly("Fao", "Goi",
                "Lab", "Ngo", "Una");
        partnerships.admit(id, UNA, Standing.PARTNER, List.of(EXPERT));
        memberships.letIn(una);
        sign(lab, LAB);
        assertThat(signing.seal(lab)).isTrue();
        partnerships.admit(id, LAB, Standing.PARTNER, List.of(EXPERT));
        memberships.letIn(lab);
        partnerships.leave(id, UNA, "Done", "focal");
        memberships.afterLeaving(id, UNA, today(), "Done");
        assertThat(service.paper(id, 5).parties()).extracting(Party::code).containsExactly("Fao", "Goi", "Lab", "Ngo");
    }

    @Test
    void a_change_that_is_sealed_first_stands_in_the_text_that_is_signed() {
        NegotiationId adhesion = joining(UNA);
        released(adhesion);
        ladder.amended(id, List.of(FAO, NGO), Topic.SHARED_VALUES, Terms.none());
        assertThat(signing.isSigningStopped(adhesion)).as("written over a text that holds no more").isTrue();
        released(adhesion);
        sign(adhesion, UNA);
        assertThat(signing.seal(adhesion)).isTrue();
        assertThat(clause(4, "topic-9").paragraphs()).contains("As agreed anew");
        assertThat(service.paper(id, 4).parties()).extracting(Party::code).contains("Una");
    }

    @Test
    void who_does_not_sign_ends_it_and_no_topic_is_opened() {
        NegotiationId adhesion = joining(UNA);
        released(adhesion);
        String hash = service.current(adhesion).sha256();
        refused("Please say why you do not sign: all partners read it.",
                () -> signing.decline(adhesion, UNA, hash, null, " ", focal(UNA)));
        signing.decline(adhesion, UNA, hash, null, "Our board said no", focal(UNA));
        signing.reopenDeclined(adhesion);
        signing.reopenDeclined(adhesion);
        assertThat(service.current(adhesion).stage()).isEqualTo(VersionStage.VOID);
        assertThat(negotiations.card(adhesion).reason()).isEqualTo("Organisation Una did not sign: Our board said no");
        assertThat(events.stream(SignatureDeclined.class)).isEmpty();
        assertThat(readersOf(1)).doesNotContain(UNA);
        assertThat(agreed.of(id).version()).isEqualTo(1);
    }

    @Test
    void it_waits_for_a_mandate_for_a_registration_and_under_a_red_flag() {
        NegotiationId adhesion = joining(UNA);
        drafting.chooseForm(adhesion, AgreementForm.LETTER, "There are few.");
        int nr = drafting.draft(adhesion);
        assertThat(service.paper(id, nr).formLabel()).as("the document stays what it is").isEqualTo("Memorandum of understanding");
        people.endMandate(UNA, focal(UNA), focal(UNA));
        refused("The agreement is not complete yet. Nobody may sign for Organisation Una today. Its focal point can give a person a mandate"
                + " in “Update"
                + " people”.",
                () -> drafting.release(adhesion, nr, "coordinator"));
        people.giveMandate(UNA, focal(UNA), today(), null, focal(UNA));
        flags.raise(UNA, FlagLevel.RED, "Funds are missing", "coordinator", id);
        refused("The agreement is not complete yet. A red flag stands against Organisation Una. It can sign once the flag is resolved.",
                () -> drafting.release(adhesion, nr, "coordinator"));
        refused("Nothing was talked about: this text says only who joins. You can release it, or end it here.",
                () -> drafting.reopen(adhesion, Set.of(Topic.SHARED_VALUES), "Why not", "coordinator"));
        drafting.end(adhesion, "The flag stays", "coordinator");
        assertThat(service.current(adhesion).stage()).isEqualTo(VersionStage.VOID);
    }

    @Test
    void an_ally_comes_without_a_signature_and_the_clauses_keep_their_numbers() {
        partnerships.admit(id, SHOP, Standing.ALLY, List.of(new SeatIn(Role.ALLY, Level.NATIONAL, null, null)));
        memberships.afterJoining(id, SHOP, HOW);
        memberships.afterJoining(id, SHOP, HOW);
        assertThat(service.versions(id)).hasSize(2);
        assertThat(clause(2, "allies").table().rows()).extracting(row -> row.get(0)).containsExactly("Organisation Shop (Shop)");
        assertThat(clause(2, "purpose").number()).isEqualTo(clause(1, "purpose").number());
        assertThat(clause(2, "signing").paragraphs()).contains("Nobody signs this version: an ally is named and not bound. All members are"
                + " told.");
        partnerships.leave(id, SHOP, "Done", "focal");
        memberships.afterLeaving(id, SHOP, today(), null);
        assertThat(clause(3, "allies").paragraphs()).containsExactly("There are no allies any more.");
        assertThat(service.paper(id, 3).clauses()).extracting(Clause::number).doesNotHaveDuplicates();
    }

    private NegotiationId joining(OrganisationId who, Link... links) {
        return memberships.openAdhesion(id, new Joiner(who, List.of(EXPERT), List.of(links)), HOW);
    }

    private void released(NegotiationId adhesion) {
        drafting.chooseForm(adhesion, AgreementForm.LETTER, "There are few.");
        drafting.release(adhesion, drafting.draft(adhesion), "coordinator");
        signing.openSigning(adhesion);
    }

    private void sign(NegotiationId adhesion, OrganisationId who) {
        signing.sign(adhesion, who, service.current(adhesion).sha256(), focal(who));
    }

    private Set<OrganisationId> readersOf(int version) {
        return papers.of(id).stream().filter(one -> one.nr() == version).map(Papers.Listed::alsoFor).findFirst().orElseThrow();
    }

    private Clause clause(int version, String key) {
        return service.paper(id, version).clauses().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    /** The clauses that no change of members touches. */
    private List<Clause> others(int version) {
        return service.paper(id, version).clauses().stream().filter(one -> !one.key().startsWith("changes")
                && !Set.of("parties", "allies", "web", "roles", "signing").contains(one.key())).toList();
    }

    private String printed(int version) throws IOException {
        VersionCard card = service.versions(id).stream().filter(one -> one.nr() == version).findFirst().orElseThrow();
        try (PDDocument pdf = Loader.loadPDF(documents.content(card.document()))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private NegotiationId founding() {
        return negotiations.founding(id).orElseThrow();
    }

    private static String focal(OrganisationId organisation) {
        return organisation.code().toLowerCase() + "Focal";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
