package org.commonground.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.PARTICIPANT;
import static org.commonground.foundation.Role.RESOURCE_PROVIDER;
import static org.commonground.stage.Stage.with;
import static org.commonground.story.Answers.declinedSignature;
import static org.commonground.story.Answers.draftAgain;
import static org.commonground.story.Answers.picked;
import static org.commonground.story.Answers.released;
import static org.commonground.story.Answers.signature;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.SigningService;
import org.commonground.agreement.VersionCard;
import org.commonground.agreement.VersionStage;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.RoundService;
import org.commonground.organisation.FlagLevel;
import org.commonground.organisation.FlagService;
import org.commonground.organisation.PeopleService;
import org.commonground.partnership.Member;
import org.commonground.partnership.Leadership;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.StatementCount;
import org.commonground.vision.AgendaItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The agreement as people play it. Fao, Goi and Ngo have agreed on every topic, and each has one person with a mandate. */
@ProcessTest
class AgreementProcessTest {

    private static final String CHECK = "Check agreement";
    private static final String SIGN = "Sign agreement";
    private static final String DECIDE = "Decide on missing signatures";

    @Autowired
    private org.commonground.stage.Stage stage;
    @Autowired
    private StatementCount statements;
    @Autowired
    private Ladder ladder;
    @Autowired
    private MovableClock clock;
    @Autowired
    private AgreementService agreements;
    @Autowired
    private RoundService rounds;
    @Autowired
    private SigningService signing;
    @Autowired
    private AgreedTerms agreed;
    @Autowired
    private NegotiationService negotiations;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private Leadership leadership;
    @Autowired
    private PeopleService people;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private FlagService flags;

    private Cast cast;
    private Actor coordinator;
    private Actor fao;
    private Actor goi;
    private Actor ngo;
    private PartnershipId id;
    private NegotiationId negotiation;
    private String key;

    @BeforeEach
    void everything_is_agreed() {
        cast = stage.cast().organisation("Fao", "FAO", Level.NATIONAL, "India", EXPERT, PARTICIPANT)
                .organisation("Goi", "Government of India", Level.NATIONAL, "India", RESOURCE_PROVIDER)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER);
        coordinator = cast.coordinator();
        fao = cast.actor("Fao", EXPERT);
        goi = cast.actor("Goi", RESOURCE_PROVIDER);
        ngo = cast.actor("Ngo", IMPLEMENTER);
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(cast.id("Fao"), EXPERT);
        partners.put(cast.id("Goi"), RESOURCE_PROVIDER);
        partners.put(cast.id("Ngo"), IMPLEMENTER);
        begins(partners);
    }

    private void begins(Map<OrganisationId, Role> partners) {
        partners.forEach((organisation, role) -> {
            String focal = organisation.code().toLowerCase() + role.suffix();
            people.giveMandate(organisation, focal, LocalDate.now(clock), null, focal);
        });
        id = ladder.chosen(partners);
        negotiation = ladder.agreed(id);
        key = id.value();
        starts();
    }

    private void starts() {
        stage.engine().getRuntimeService().startProcessInstanceByKey("agreement", key, Map.of("negotiation", negotiation.toString()));
        stage.machineWorks();
    }

    @Test
    void the_text_is_checked_released_signed_by_all_and_sealed() {
        Map<String, Object> checking = coordinator.opens(CHECK, key);
        assertThat(checking).containsEntry("version", 1).containsEntry("percent", 100).containsEntry("complete", true)
                .containsEntry("form", "Partnership agreement with a contract beside it");
        coordinator.completes(CHECK, key, released(checking));
        assertThat(partnerships.card(id).phase()).isEqualTo(Phase.SIGNING);

        Map<String, Object> signing = fao.opens(SIGN, key);
        assertThat(signing).containsEntry("version", 1).containsEntry("unchanged", true).containsEntry("noReservations", true);
        assertThat((String) signing.get("maySign")).contains("focal point");
        assertThat(signing.get("parties").toString()).contains(cast.name("Goi"), "Resource provider, local");
        assertThat(signing.get("terms").toString()).contains("How the partners decide", "By consensus");
        assertThat(signing.get("contributions").toString()).as("the money").contains("resource provider", "Funds: ", "100,000 EUR");
        assertThat(signing.get("text").toString()).as("the whole text").contains("1 Parties", "Shared values", "Terms");
        assertThat(signing).containsEntry("signedSoFar", "0 of 3 have signed.");
        fao.completes(SIGN, key, signature(signing));
        assertThat(goi.opens(SIGN, key)).containsEntry("signedSoFar", "1 of 3 have signed.");
        assertThat(goi.opens(SIGN, key).get("parties").toString()).as("who has signed, and who not").contains("signed=Not yet")
                .containsPattern("signed=\\d+\\h\\w+\\h\\d{4}, ");
        goi.completes(SIGN, key, signature(signing));
        assertThat(fao.sees(key)).isEmpty();
        assertThat(agreements.paper(id, 1).signatures()).as("nobody gets a half-signed copy").isEmpty();
        ngo.completes(SIGN, key, signature(signing));

        assertThat(agreed.of(id)).satisfies(sealed -> assertThat(sealed.sha256()).isEqualTo(signing.get("sha256")));
        assertThat(agreements.paper(id, 1).signatures()).hasSize(3);
        stage.assertThat(key).isEnded();
        assertThat(flag("agreementSealed")).isEqualTo(true);
        assertThat(flag("topicsReopened")).isEqualTo(false);
    }

    @Test
    void only_a_mandate_signs_and_nothing_is_signed_under_a_red_flag_or_on_a_stale_page() {
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
        Map<String, Object> signing = fao.opens(SIGN, key);
        assertThat(cast.actor("Fao", PARTICIPANT).isRefused(SIGN, key, signature(signing)))
                .isEqualTo("You have no mandate to sign today. FAO’s focal point can sign for your organisation; your focal point can "
                        + "give you a mandate, too.");
        Map<String, Object> stale = signature(signing);
        stale.put("sha256", "0".repeat(64));
        assertThat(fao.isRefused(SIGN, key, stale))
                .isEqualTo("“Fingerprint of the text” has changed since you opened this page: please reload it and look again.");
        UUID flag = flags.raise(cast.id("Fao"), FlagLevel.RED, "Reports are missing", "testCoordinator", id);
        assertThat(fao.isRefused(SIGN, key, signature(signing)))
                .isEqualTo("A red flag stands against your organisation, and nothing can be signed while it does. The coordinator can "
                        + "tell you more.");
        flags.resolve(flag, "They have come", "testCoordinator");
        fao.completes(SIGN, key, signature(signing));
    }

    @Test
    void when_only_the_one_with_the_mandate_leaves_a_colleague_gets_one_and_signs() {
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
        Actor colleague = cast.actor("Fao", PARTICIPANT);
        people.makeFocalPoint(cast.id("Fao"), colleague.user(), fao.user());
        people.leave(cast.id("Fao"), fao.user(), colleague.user());
        Map<String, Object> signing = colleague.opens(SIGN, key);
        assertThat(signing).containsEntry("maySign", "nobody");
        assertThat(colleague.isRefused(SIGN, key, signature(signing))).isEqualTo(
                "Nobody of your organisation has a mandate to sign today. Your focal point can give one in “Update people”.");
        people.giveMandate(cast.id("Fao"), colleague.user(), LocalDate.now(clock), null, colleague.user());
        Stream.of(colleague, goi, ngo).forEach(one -> one.completes(SIGN, key, signature(one.opens(SIGN, key))));
        assertThat(agreements.isSealed(id)).isTrue();
    }

    @Test
    void what_waits_for_a_signature_stands_in_a_list_of_its_own() {
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
        assertThat(ngo.as(() -> {
            Filter signatures = stage.engine().getFilterService().createTaskFilterQuery().filterName("Signatures").singleResult();
            return stage.engine().getFilterService().<Task>listPage(signatures.getId(), 0, 10);
        })).extracting(Task::getName).containsExactly(SIGN);
    }

    @Test
    void who_declines_ends_the_signing_for_all() {
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
        Map<String, Object> signing = fao.opens(SIGN, key);
        fao.completes(SIGN, key, signature(signing));
        goi.completes(SIGN, key, declinedSignature(signing, "contributions", "The money comes after the sowing season."));
        assertThat(ngo.sees(key)).isEmpty();
        stage.assertThat(key).isEnded();
        assertThat(flag("topicsReopened")).isEqualTo(true);
        assertThat(flag("agreementSealed")).isEqualTo(false);
        assertThat(rounds.topics(negotiation)).hasSize(15);

        ladder.round(negotiation);
        starts();
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
        assertThat(coordinator.sees(key)).as("all sign again").containsExactly(SIGN, SIGN, SIGN);
        assertThat(agreements.versions(id)).extracting(VersionCard::stage).containsExactly(VersionStage.FOR_SIGNATURE, VersionStage.VOID);
    }

    @Test
    void who_is_silent_gets_more_time_and_then_the_others_go_on() {
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
        Map<String, Object> signing = fao.opens(SIGN, key);
        fao.completes(SIGN, key, signature(signing));
        stage.fires("Signing time over", key);
        assertThat(goi.sees(key)).isEmpty();
        assertThat(coordinator.opens(DECIDE, key).get("missing").toString()).contains(cast.name("Goi"), cast.name("Ngo"), "No answer yet")
                .doesNotContain(cast.name("Fao"));
        coordinator.completes(DECIDE, key, with("decision", "extend"));

        assertThat(fao.sees(key)).as("has signed").isEmpty();
        goi.completes(SIGN, key, signature(signing));
        stage.fires("Signing time over", key);
        assertThat(coordinator.isRefused(DECIDE, key, with("decision", "goOn", "reason", "")))
                .isEqualTo("“Why?” is missing: please fill it in.");
        coordinator.completes(DECIDE, key, with("decision", "goOn", "reason", "Three calls, no answer"));
        assertThat(partnerships.members(id)).extracting(Member::organisation).containsExactly(cast.id("Fao"), cast.id("Goi"));
        assertThat(ngo.sees(key)).isEmpty();

        Map<String, Object> checking = coordinator.opens(CHECK, key);
        assertThat(checking).containsEntry("version", 2);
        assertThat(checking.get("changes").toString()).contains("Parties", cast.name("Ngo"));
        coordinator.completes(CHECK, key, released(checking));
        Map<String, Object> again = fao.opens(SIGN, key);
        assertThat(again.get("sha256")).isNotEqualTo(signing.get("sha256"));
        assertThat(again).containsEntry("unchanged", false);
        fao.completes(SIGN, key, signature(again));
        goi.completes(SIGN, key, signature(again));
        assertThat(agreed.of(id)).satisfies(sealed -> assertThat(sealed.version()).isEqualTo(2));
    }

    @Test
    void who_leaves_instead_of_signing_is_not_waited_for_and_the_others_sign_a_new_text() {
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
        Map<String, Object> signing = fao.opens(SIGN, key);
        fao.completes(SIGN, key, signature(signing));
        leaves("Ngo");
        assertThat(ngo.sees(key)).as("its step is gone").isEmpty();
        assertThat(goi.sees(key)).containsExactly(SIGN);
        goi.completes(SIGN, key, signature(signing));
        assertThat(agreements.isSealed(id)).as("one of its parties left").isFalse();
        assertThat(coordinator.opens(DECIDE, key).get("missing").toString()).contains(cast.name("Ngo"), "It left");
        coordinator.completes(DECIDE, key, with("decision", "goOn", "reason", "Two are enough for this season"));
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
        Map<String, Object> again = fao.opens(SIGN, key);
        assertThat(again.get("sha256")).isNotEqualTo(signing.get("sha256"));
        fao.completes(SIGN, key, signature(again));
        goi.completes(SIGN, key, signature(again));
        assertThat(agreements.isSealed(id)).isTrue();
    }

    @Test
    void when_the_last_one_who_is_awaited_leaves_it_goes_on_also_where_another_one_left_after_signing() {
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
        Map<String, Object> signing = fao.opens(SIGN, key);
        fao.completes(SIGN, key, signature(signing));
        goi.completes(SIGN, key, signature(signing));
        leaves("Ngo");
        assertThat(coordinator.opens(DECIDE, key).get("missing").toString()).contains(cast.name("Ngo")).doesNotContain(cast.name("Goi"));
        leaves("Goi");
        assertThat(coordinator.opens(DECIDE, key).get("missing").toString()).contains(cast.name("Ngo"), cast.name("Goi"));
        assertThat(coordinator.isRefused(DECIDE, key, with("decision", "goOn", "reason", "It is a pity")))
                .isEqualTo("Fewer than two partners would be left. You can extend the time, or end it here.");
        coordinator.completes(DECIDE, key, with("decision", "extend"));
        assertThat(coordinator.sees(key)).as("nobody is asked for ever").containsExactly(DECIDE);
        coordinator.completes(DECIDE, key, with("decision", "stop", "reason", "One is no partnership"));
        assertThat((String) coordinator.opens(DECIDE, key).get("proposed")).contains("One is no partnership");
    }

    @Test
    void who_is_to_sign_as_well_is_asked_after_the_others() {
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
        Map<String, Object> signing = fao.opens(SIGN, key);
        Actor una = joins("Una");
        fao.completes(SIGN, key, signature(signing));
        goi.completes(SIGN, key, signature(signing));
        assertThat(una.sees(key)).isEmpty();
        ngo.completes(SIGN, key, signature(signing));
        assertThat(una.sees(key)).containsExactly(SIGN);
        assertThat(fao.sees(key)).as("has signed").isEmpty();
        una.completes(SIGN, key, signature(una.opens(SIGN, key)));
        assertThat(agreements.paper(id, 1).signatures()).hasSize(4);
    }

    private void leaves(String code) {
        negotiations.leave(negotiation, cast.id(code), "No staff this year", "somebody");
        stage.machineWorks();
    }

    /** As the room that lets somebody join will do it. */
    private Actor joins(String code) {
        cast.organisation(code, "Partner " + code, Level.LOCAL, "Guntur", IMPLEMENTER);
        String focal = cast.code(code).toLowerCase() + IMPLEMENTER.suffix();
        people.giveMandate(cast.id(code), focal, LocalDate.now(clock), null, focal);
        partnerships.admit(id, cast.id(code), Standing.PARTNER, List.of(new SeatIn(IMPLEMENTER, Level.LOCAL, null, null)));
        jdbc.sql("insert into negotiating_party (negotiation, organisation) values (?, ?)").params(negotiation.value(), cast.code(code))
                .update();
        jdbc.sql("""
                insert into agreement_party select agreement_version, ?, 99, 'Partner', country, kind, standing, seats, must_sign
                from agreement_party where organisation = ?""").params(cast.code(code), cast.code("Ngo")).update();
        return cast.actor(code, IMPLEMENTER);
    }

    @Test
    void when_nobody_answers_the_coordinator_proposes_the_end_and_the_step_stays() {
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
        stage.fires("Signing time over", key);
        assertThat(coordinator.isRefused(DECIDE, key, with("decision", "goOn", "reason", "Nobody answers")))
                .isEqualTo("Fewer than two partners would be left. You can extend the time, or end it here.");
        coordinator.completes(DECIDE, key, with("decision", "stop", "reason", "Nobody answers"));
        assertThat(partnerships.card(id).phase()).isEqualTo(Phase.SIGNING);
        assertThat(coordinator.opens(DECIDE, key).get("decisions").toString()).doesNotContain("stop");
        coordinator.completes(DECIDE, key, with("decision", "extend"));
        assertThat(fao.sees(key)).contains(SIGN);
    }

    @Test
    void when_it_ends_the_corridor_ends_without_common_ground() {
        Map<OrganisationId, Role> two = new LinkedHashMap<>();
        two.put(cast.id("Fao"), EXPERT);
        two.put(cast.id("Goi"), RESOURCE_PROVIDER);
        PartnershipId other = ladder.chosen(two);
        stage.engine().getRuntimeService().createProcessInstanceByKey("partnership").businessKey(other.value())
                .startBeforeActivity("Call_Agreement").setVariable("negotiation", ladder.agreed(other).toString()).execute();
        stage.machineWorks();
        coordinator.completes(CHECK, other.value(), released(coordinator.opens(CHECK, other.value())));
        stage.fires("Signing time over", other.value());
        coordinator.completes(DECIDE, other.value(), with("decision", "stop", "reason", "Nobody answers"));
        assertThat(fao.sees(other.value())).containsExactly("Decide on proposal");
        fao.completes("Decide on proposal", other.value(), with("voice", "for"));
        goi.completes("Decide on proposal", other.value(), with("voice", "for"));
        assertThat(partnerships.card(other)).satisfies(card -> {
            assertThat(card.phase()).isEqualTo(Phase.ENDED);
            assertThat(card.outcome()).isEqualTo("Nobody answers");
        });
        stage.assertThat(other.value()).isEnded();
        stage.assertThat(other.value()).hasPassed("Founding given up");
    }

    @Test
    void who_is_flagged_red_after_signing_keeps_the_seal_waiting() {
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
        Map<String, Object> signing = fao.opens(SIGN, key);
        fao.completes(SIGN, key, signature(signing));
        goi.completes(SIGN, key, signature(signing));
        UUID flag = flags.raise(cast.id("Goi"), FlagLevel.RED, "Funds are missing", "testCoordinator", id);
        ngo.completes(SIGN, key, signature(signing));
        assertThat(coordinator.opens(DECIDE, key).get("missing").toString())
                .contains(cast.name("Goi"), "A red flag stands against it", "Yes");
        flags.resolve(flag, "They were found", "testCoordinator");
        coordinator.completes(DECIDE, key, with("decision", "extend"));
        assertThat(agreements.isSealed(id)).isTrue();
        stage.assertThat(key).isEnded();
    }

    @Test
    void what_is_missing_is_mended_and_drafted_again() {
        negotiations.leave(negotiation, cast.id("Fao"), "No staff left", fao.user());
        assertThat(coordinator.opens(CHECK, key).get("missing").toString())
                .contains("Nobody leads the partnership. The coordinator names a partner in “Name another lead”, and it is asked.");
        leadership.name(id, cast.id("Goi"), goi.user());
        Map<String, Object> lagging = coordinator.opens(CHECK, key);
        assertThat(lagging.get("missing").toString()).contains("Nobody takes the role “Expert, local”", "You can go on without it")
                .doesNotContain("Nobody leads");
        assertThat(coordinator.isRefused(CHECK, key, released(lagging)))
                .startsWith("The agreement is not complete yet. Nobody takes the role “Expert, local”. You can go on without it and say "
                        + "why.");
        Map<String, Object> waiving = draftAgain(lagging);
        waiving.put("waivers", List.of(Map.of("role", picked(lagging, "openRoles", "Expert, local").get(0), "reason",
                "The university helps")));
        waiving.put("steps", List.of(Map.of("nr", 1, "taker", cast.code("Ngo"), "words", "")));
        coordinator.completes(CHECK, key, waiving);
        Map<String, Object> mended = coordinator.opens(CHECK, key);
        assertThat(mended).containsEntry("version", 2).containsEntry("percent", 100);
        assertThat(mended.get("changes").toString()).contains("Waived: The university helps");
    }

    @Test
    void a_step_whose_owner_left_is_taken_over_or_dropped_before_anybody_is_asked_to_sign() {
        negotiations.leave(negotiation, cast.id("Fao"), "No staff left", fao.user());
        leadership.name(id, cast.id("Goi"), goi.user());
        partnerships.waive(id, partnerships.gaps(id).get(0).id(), "The university helps", coordinator.user());
        Map<String, Object> lagging = coordinator.opens(CHECK, key);
        assertThat(lagging).containsEntry("allOwned", false);
        assertThat(lagging.get("steps").toString()).contains("Train the first facilitators, by ", "(was the part of " + cast.name("Fao"));
        String open = "The agreement is not complete yet. “Train the first facilitators” in the agenda of action was the part of "
                + cast.name("Fao") + ", which has left. Let it be drafted again, and say who takes it over or why it is dropped.";
        assertThat(coordinator.isRefused(CHECK, key, released(lagging))).isEqualTo(open);
        assertThat(coordinator.isRefused(CHECK, key, mending(lagging, "nobody", " ")))
                .isEqualTo("Please say why “Train the first facilitators” is dropped: the reason is printed in the agreement.");
        assertThat(coordinator.isRefused(CHECK, key, mending(lagging, "", "Nobody has time")))
                .isEqualTo("Please also say who takes the step over, or that it is dropped.");
        coordinator.completes(CHECK, key, mending(lagging, "", ""));
        assertThat(coordinator.isRefused(CHECK, key, released(coordinator.opens(CHECK, key)))).as("it may stay open meanwhile")
                .isEqualTo(open);
        coordinator.completes(CHECK, key, mending(coordinator.opens(CHECK, key), cast.code("Ngo"), "It has trained others before."));

        Map<String, Object> mended = coordinator.opens(CHECK, key);
        assertThat(mended).containsEntry("percent", 100).containsEntry("allOwned", true);
        coordinator.completes(CHECK, key, released(mended));
        assertThat(ngo.opens(SIGN, key).get("text").toString()).as("it signs what it takes over").contains(
                "was the part of " + cast.name("Fao") + ", which has left. " + cast.name("Ngo")
                        + " takes it over: It has trained others before.").doesNotContain("Open: to be taken over");
        for (Actor partner : List.of(goi, ngo)) {
            partner.completes(SIGN, key, signature(partner.opens(SIGN, key)));
        }
        assertThat(agreed.agenda(id)).extracting(AgendaItem::who).as("what runs by it").containsExactly(cast.id("Ngo"));
    }

    private static Map<String, Object> mending(Map<String, Object> shown, String taker, String words) {
        Map<String, Object> mending = draftAgain(shown);
        mending.put("steps", List.of(Map.of("nr", 1, "taker", taker, "words", words)));
        return mending;
    }

    @Test
    void topics_can_be_reopened_before_anybody_is_asked() {
        Map<String, Object> reopening = with("version", 1, "outcome", "reopen", "topics", List.of("trust", "impact"),
                "reason", "No indicator says anything about respect");
        coordinator.completes(CHECK, key, reopening);
        stage.assertThat(key).isEnded();
        assertThat(flag("topicsReopened")).isEqualTo(true);
        assertThat(rounds.topics(negotiation)).hasSize(14);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 50})
    void many_sign_at_one_moment_and_nothing_is_lost(int people) {
        Map<OrganisationId, Role> many = new LinkedHashMap<>();
        List<Actor> signing = new ArrayList<>();
        for (int nr = 0; nr < people; nr++) {
            String code = "P" + (char) ('a' + nr / 26) + (char) ('a' + nr % 26);
            cast.organisation(code, "Partner " + code, Level.LOCAL, "Guntur", IMPLEMENTER);
            many.put(cast.id(code), IMPLEMENTER);
            signing.add(cast.actor(code, IMPLEMENTER));
        }
        begins(many);
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
        Map<String, Object> shown = signing.get(0).opens(SIGN, key);
        assertThat(stage.atOneMoment(signing.stream().map(actor -> actor.submission(SIGN, key, signature(shown))).toList())).isEmpty();
        assertThat(agreements.isSealed(id)).isTrue();
        assertThat(agreements.paper(id, 1).signatures()).hasSize(people);
        stage.assertThat(key).isEnded();
    }

    @Test
    void a_signature_costs_few_statements() {
        coordinator.completes(CHECK, key, released(coordinator.opens(CHECK, key)));
        Map<String, Object> signing = fao.opens(SIGN, key);
        fao.completes(SIGN, key, signature(signing));
        assertThat(costOf(goi, signature(signing))).hasSizeBetween(5, 44);
        stage.machineWorks();
        assertThat(costOf(ngo, declinedSignature(signing, "trust", "Not yet"))).hasSizeBetween(5, 44);
        stage.machineWorks();
    }

    private List<String> costOf(Actor actor, Map<String, Object> answers) {
        return statements.during(actor.submission(SIGN, key, answers)).stream()
                .map(statement -> statement.replaceAll("\\s+", " ")).toList();
    }

    private Object flag(String name) {
        return stage.engine().getHistoryService().createHistoricVariableInstanceQuery().variableName(name).list().stream()
                .filter(variable -> key.equals(stage.engine().getHistoryService().createHistoricProcessInstanceQuery()
                        .processInstanceId(variable.getProcessInstanceId()).singleResult().getBusinessKey()))
                .map(HistoricVariableInstance::getValue).findFirst().orElse(null);
    }
}
