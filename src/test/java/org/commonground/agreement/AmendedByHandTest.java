package org.commonground.agreement;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.negotiation.AimTerms;
import org.commonground.negotiation.ConsentRule;
import org.commonground.negotiation.DecisionRule;
import org.commonground.negotiation.Renewal;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registrations;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is amended in whatever order: what holds is what somebody gets who writes each change into the agreement by hand. */
@DomainTest
class AmendedByHandTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final int AMENDMENTS = 5;
    /** Each leaves the others' terms alone. */
    private static final List<Topic> TOPICS = List.of(Topic.DECISION_POWER, Topic.GOVERNANCE_STRUCTURE, Topic.ROLES_AND_RESPONSIBILITIES,
            Topic.ACCOUNTABILITY, Topic.MONITORING, Topic.COMMUNICATION, Topic.LEARNING, Topic.SHARED_VALUES, Topic.CONFLICT,
            Topic.DURATION);

    @Autowired
    private Ladder ladder;
    @Autowired
    private SealedTerms agreed;
    @Autowired
    private AgreementService agreements;
    @Autowired
    private OrganisationService organisations;

    private PartnershipId id;

    @BeforeEach
    void an_agreement_is_sealed() {
        List.of(FAO, GOI).forEach(one -> {
            organisations.register(Registrations.of(one.code()), "coordinator");
            organisations.verify(one, null);
        });
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(FAO, Role.EXPERT);
        partners.put(GOI, Role.RESOURCE_PROVIDER);
        id = ladder.inForce(partners);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000})
    void what_holds_is_what_was_written_by_hand(long seed) {
        Random chance = new Random(seed);
        Map<Topic, String> words = new HashMap<>(agreed.inForce(id).words());
        Map<Topic, List<String>> byHand = lines();
        Map<String, Clause> text = clauses(1);
        for (int nr = 1; nr <= AMENDMENTS; nr++) {
            Topic topic = TOPICS.get(chance.nextInt(TOPICS.size()));
            Terms terms = terms(topic, chance);
            ladder.amended(id, List.of(FAO, GOI), topic, terms);
            words.put(topic, "As agreed anew");
            byHand.put(topic, written(terms, topic));
            int version = nr + 1;
            Map<String, Clause> now = clauses(version);
            text.forEach((key, clause) -> {
                if (!key.equals("topic-" + topic.number()) && !key.equals("terms") && !key.startsWith("changes") && !key.equals("signing")
                        && !key.equals("overrides")) {
                    assertThat(now.get(key)).as("seed %d, version %d, “%s” is untouched".formatted(seed, version, key)).isEqualTo(clause);
                }
            });
            text = now;
        }
        assertThat(agreed.inForce(id).words()).as("seed " + seed).isEqualTo(words);
        assertThat(lines()).as("seed " + seed).isEqualTo(byHand);
        assertThat(agreements.versions(id)).hasSize(AMENDMENTS + 1);
    }

    private Map<String, Clause> clauses(int version) {
        return agreements.paper(id, version).clauses().stream().collect(toMap(Clause::key, Function.identity()));
    }

    private Map<Topic, List<String>> lines() {
        Terms terms = agreed.of(id).terms();
        Map<Topic, List<String>> lines = new EnumMap<>(Topic.class);
        TOPICS.forEach(topic -> lines.put(topic, written(terms, topic)));
        return lines;
    }

    /** What a topic yields, whatever the other topics say. */
    private static List<String> written(Terms terms, Topic topic) {
        return switch (topic) {
            case DECISION_POWER -> List.of(String.valueOf(terms.decisionRule()));
            case GOVERNANCE_STRUCTURE -> List.of(String.valueOf(terms.meetingsPerYear()));
            case ACCOUNTABILITY -> List.of(String.valueOf(terms.reportingIntervalMonths()));
            case MONITORING -> List.of(String.valueOf(terms.reviewIntervalMonths()));
            case COMMUNICATION -> List.of(terms.languages(), terms.channel());
            case LEARNING -> List.of(String.valueOf(terms.learningCycleMonths()));
            case CONFLICT -> List.of(terms.ladderDays().toString(), terms.mediator());
            case DURATION -> List.of(String.valueOf(terms.durationMonths()), String.valueOf(terms.noticeMonths()),
                    String.valueOf(terms.consentToJoin()), String.valueOf(terms.renewal()), String.valueOf(terms.renewalMonths()));
            default -> List.of();
        };
    }

    private static Terms terms(Topic topic, Random chance) {
        int few = 1 + chance.nextInt(12);
        DecisionRule rule = topic == Topic.DECISION_POWER ? DecisionRule.values()[chance.nextInt(3)] : null;
        boolean conflict = topic == Topic.CONFLICT;
        boolean duration = topic == Topic.DURATION;
        boolean renewed = chance.nextBoolean();
        return new Terms(rule, topic == Topic.GOVERNANCE_STRUCTURE ? few : null, topic == Topic.ACCOUNTABILITY ? few : null,
                topic == Topic.MONITORING ? 3 + few : null, topic == Topic.COMMUNICATION ? "Telugu " + few : null,
                topic == Topic.COMMUNICATION ? "Letter " + few : null, topic == Topic.LEARNING ? few : null, null, null,
                conflict ? List.of(few, 2, 3, 4) : null, conflict ? "Mediator " + few : null, duration ? 40 + few : null,
                duration ? few : null, duration ? ConsentRule.MAJORITY : null,
                !duration ? null : renewed ? Renewal.PROPOSED : Renewal.NONE, duration && renewed ? few : null, null, AimTerms.none());
    }
}
