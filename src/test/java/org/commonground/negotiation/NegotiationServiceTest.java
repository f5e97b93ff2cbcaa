package org.commonground.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.commonground.negotiation.SampleTerms.terms;
import static org.commonground.negotiation.SampleTerms.wordings;
import static org.commonground.stage.Refusals.refused;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registrations;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnerLeft;
import org.commonground.partnership.NoCommonGroundFound;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;

/** What a negotiation promises. Fao, Goi and Ngo are the chosen partners. */
@DomainTest
class NegotiationServiceTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId NGO = new OrganisationId("Ngo");
    private static final String COORDINATOR = "coordinator";

    @Autowired
    Ladder ladder;
    @Autowired
    NegotiationService service;
    @Autowired
    RoundService rounds;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    OrganisationService organisations;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationEvents events;

    private PartnershipId partnership;

    @BeforeEach
    void partners_are_chosen() {
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(FAO, Role.EXPERT);
        partners.put(GOI, Role.RESOURCE_PROVIDER);
        partners.put(NGO, Role.IMPLEMENTER);
        ladder.verified(partners.keySet());
        partnership = ladder.chosen(partners);
    }

    // Opening

    @Test
    void a_partnership_has_one_founding_negotiation_among_its_full_partners() {
        refused("The partners have not endorsed a shared vision yet. It comes before the topics.", () -> service.openFounding(partnership));
        NegotiationId id = ladder.opened(partnership);
        assertThat(service.openFounding(partnership)).isEqualTo(id);
        assertThat(service.founding(partnership)).contains(id);
        assertThat(service.parties(id)).containsExactly(FAO, GOI, NGO);
        assertThat(partnerships.card(partnership).phase()).isEqualTo(Phase.NEGOTIATING);
        assertThat(rounds.allTopicsAgreed(id)).isFalse();
    }

    @Test
    void an_amendment_begins_with_its_own_topics_among_its_own_parties() {
        NegotiationId id = changed(List.of(FAO, NGO), null);
        assertThat(service.parties(id)).containsExactly(FAO, NGO);
        assertThat(service.founding(partnership)).isEmpty();
        ladder.round(id);
        assertThat(rounds.topics(id)).singleElement().satisfies(topic -> {
            assertThat(topic.topic()).isEqualTo(Topic.MONITORING);
            assertThat(topic.wording()).isEqualTo("Every half year");
        });
        assertThat(rounds.terms(id).reviewIntervalMonths()).isEqualTo(6);
        assertThat(rounds.terms(id).durationMonths()).as("not talked about").isNull();
        assertThat(service.card(id).suffix()).isEqualTo("A1");
        assertThat(service.card(changed(List.of(), null)).suffix()).isEqualTo("A2");
    }

    @Test
    void who_proposes_a_change_is_not_asked_about_it_and_the_others_see_what_holds_today() {
        NegotiationId id = changed(List.of(FAO, NGO), FAO);
        rounds.openRound(id);
        assertThat(service.awaited(id)).containsExactly(NGO);
        assertThat(rounds.before(id)).singleElement().satisfies(topic -> {
            assertThat(topic.wording()).isEqualTo("Every year");
            assertThat(topic.terms()).containsExactly("A review every 12 months.");
        });
    }

    @Test
    void what_concerns_one_partner_or_none_is_agreed_as_it_is_proposed() {
        NegotiationId ofOne = changed(List.of(FAO), FAO);
        assertThat(rounds.allTopicsAgreed(ofOne)).isTrue();
        assertThat(rounds.topics(ofOne)).hasSize(1);
        NegotiationId ofNone = changed(List.of(), null);
        assertThat(rounds.topics(ofNone)).hasSize(1);
        service.alsoSigns(ofNone, GOI);
        assertThat(service.parties(ofNone)).containsExactly(GOI);
        assertThat(rounds.topics(ofNone)).as("it signs, and need not say anything before").hasSize(1);
    }

    @Test
    void who_signs_too_has_a_say_once_the_words_are_opened_again() {
        NegotiationId id = changed(List.of(FAO), FAO);
        service.alsoSigns(id, NGO);
        rounds.reopen(id, Set.of(Topic.MONITORING), "Once a year is enough", NGO, "ngo");
        refused("The topics are open again. You are asked when they are agreed.", () -> service.alsoSigns(id, GOI));
        rounds.reconcile(id, Map.of(Topic.MONITORING, "As before"), terms(List.of()), "coordinator");
        rounds.openRound(id);
        assertThat(service.awaited(id)).containsExactlyInAnyOrder(FAO, NGO);
    }

    @Test
    void nothing_changes_for_a_partner_without_it() {
        NegotiationId id = changed(List.of(FAO, NGO), FAO);
        refused("What concerns a partner is not changed without it. You can ask again, or end it.",
                () -> service.goOnWithout(id, List.of(NGO), "Silent", "coordinator"));
        service.leave(id, NGO, "We need the review", "ngo");
        assertThat(service.goesOn(id)).isFalse();
        service.end(id);
        assertThat(service.card(id).reason()).isEqualTo("Organisation Ngo: We need the review");
        assertThat(partnerships.memberIds(partnership)).as("it stays a partner").contains(NGO);
    }

    /** A review every half year instead of every year, on the table of these. */
    private NegotiationId changed(List<OrganisationId> parties, OrganisationId proposer) {
        Terms half = new Terms(null, null, null, 6, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        NegotiationId id = service.propose(partnership, Purpose.AMENDMENT, new ProposedChange(Map.of(Topic.MONITORING, "Every half year"),
                half, Map.of(Topic.MONITORING, "Every year"), terms(List.of())), "fao");
        service.begin(id, parties, proposer, "fao");
        return id;
    }

    @Test
    void who_is_no_party_says_nothing() {
        NegotiationId id = ladder.opened(partnership);
        OrganisationId stranger = new OrganisationId("Stranger");
        refused("Your organisation is not in this negotiation any more.", () -> service.leave(id, stranger, "x", "y"));
        assertThatThrownBy(() -> service.card(NegotiationId.of("no uuid"))).isInstanceOf(NotFound.class);
    }

    // The topics

    @Test
    void all_sixteen_topics_get_words_terms_and_a_contribution_of_each_seat() {
        NegotiationId id = ladder.opened(partnership);
        Map<Topic, String> fifteen = new EnumMap<>(wordings());
        fifteen.remove(Topic.TRUST);
        refused("“Mutual trust and respect”: please write a wording.",
                () -> rounds.draftTopics(id, fifteen, terms(service.seats(id)), COORDINATOR));
        refused("Please also say what is contributed by Organisation Ngo as implementer.",
                () -> rounds.draftTopics(id, wordings(), terms(service.seats(id).subList(0, 2)), COORDINATOR));
        refused("Organisation Fao has no seat as ally in this negotiation. Please open the form again.",
                () -> rounds.draftTopics(id, wordings(), terms(List.of(new Seat(FAO, Role.ALLY))), COORDINATOR));
        rounds.draftTopics(id, wordings(), terms(service.seats(id)), COORDINATOR);
        assertThat(rounds.openTopics(id)).hasSize(16);
        assertThat(rounds.openTopics(id)).extracting(OpenTopic::topic).containsExactlyElementsOf(Topic.founding());
        assertThat(rounds.terms(id)).usingRecursiveComparison().ignoringFieldsMatchingRegexes("contributions.*id")
                .withEqualsForType((one, other) -> one.compareTo(other) == 0, BigDecimal.class).isEqualTo(terms(service.seats(id)));
    }

    @Test
    void what_is_shown_beside_a_wording_are_its_terms_in_words() {
        NegotiationId id = ladder.drafted(partnership);
        assertThat(topic(id, Topic.MONITORING).terms()).containsExactly("A review every 12 months.");
        assertThat(topic(id, Topic.CONTRIBUTIONS).terms()).contains(
                "Organisation Goi, resource provider: Money for the schools (100,000 EUR), "
                        + Days.brief(SampleTerms.START, SampleTerms.END));
        assertThat(topic(id, Topic.CONFLICT).terms().get(0)).contains("dialogue 14 days", "steering decision 30 days");
        assertThat(new Terms(null, null, null, null, null, null, null, null, null, List.of(1, 2), null, null, null, null, null, null, null,
                null)
                .ladderInWords()).isEqualTo("dialogue 1 day, facilitation 2 days");
    }

    @Test
    void what_is_promised_lies_within_the_time_of_the_partnership() {
        NegotiationId id = ladder.opened(partnership);
        LocalDate end = LocalDate.now(clock).plusMonths(36).minusDays(1);
        refused("“Two days a month”, 1 January 1999 to 31 December 1999, begins before the partnership was proposed, which was on ….",
                () -> drafted(id, LocalDate.of(1999, 1, 1), LocalDate.of(1999, 12, 31)));
        refused(("“Two days a month”, %s to %s, goes on longer than the agreement: its 36 months, counted from today, %s, end on"
                + " %s.").formatted(
                Days.inWords(SampleTerms.START), Days.inWords(end.plusDays(1)), Days.inWords(LocalDate.now(clock)), Days.inWords(end)),
                () -> drafted(id, SampleTerms.START, end.plusDays(1)));
        clock.advance(Duration.ofDays(10));
        LocalDate today = LocalDate.now(clock);
        refused("“Two days a month”, %s to %s, is over before the agreement begins, which is on %s at the earliest.".formatted(
                Days.inWords(today.minusDays(3)), Days.inWords(today.minusDays(1)), Days.inWords(today)),
                () -> drafted(id, today.minusDays(3), today.minusDays(1)));
        drafted(id, today.minusDays(3), end);
    }

    /** What Fao brings lies here, and all else as usual. */
    private void drafted(NegotiationId id, LocalDate from, LocalDate to) {
        Terms usual = terms(service.seats(id));
        Contribution first = new Contribution(null, FAO, Role.EXPERT, ContributionKind.EXPERTISE, "Two days a month", null, null, from, to);
        rounds.draftTopics(id, wordings(), bringing(usual, Stream.concat(Stream.of(first), usual.contributions().stream()).toList()),
                "coordinator");
    }

    private static Terms bringing(Terms usual, List<Contribution> contributions) {
        return new Terms(usual.decisionRule(), usual.meetingsPerYear(), usual.reportingIntervalMonths(), usual.reviewIntervalMonths(),
                usual.languages(), usual.channel(), usual.learningCycleMonths(), usual.consultationIntervalMonths(),
                usual.trustIndicators(), usual.ladderDays(), usual.mediator(), usual.durationMonths(), usual.noticeMonths(),
                usual.consentToJoin(), usual.renewal(), usual.renewalMonths(), contributions, null);
    }

    @Test
    void terms_stay_within_their_ranges() {
        Terms good = terms(List.of());
        refused("A review is held every 3 to 24 months.", () -> with(good, 4, 25, 36, 3).check(Topic.MONITORING));
        refused("A review is held every 3 to 24 months.", () -> with(good, 4, 2, 36, 3).check(Topic.MONITORING));
        refused("The partners meet between 1 and 52 times a year.", () -> with(good, 0, 12, 36, 3).check(Topic.GOVERNANCE_STRUCTURE));
        refused("The notice cannot be longer than the partnership.", () -> with(good, 4, 12, 2, 3).check(Topic.DURATION));
        refused("Trust is seen by one to five indicators. Please write each on a line of its own.", () -> Terms.none().check(Topic.TRUST));
        refused("Please write each indicator of trust once, in at most 200 characters.",
                () -> trusting("They tell", "they tell").check(Topic.TRUST));
        refused("Please write each indicator of trust once, in at most 200 characters.",
                () -> trusting("x".repeat(201)).check(Topic.TRUST));
        trusting("x".repeat(200), "They tell").check(Topic.TRUST);
        refused("Please say for each of the four steps of a conflict how many days it has.", () -> Terms.none().check(Topic.CONFLICT));
        refused("“Money”: funds have an amount and a currency of three letters, such as EUR.",
                () -> new Contribution(null, GOI, Role.RESOURCE_PROVIDER, ContributionKind.FUNDS, "Money",
                BigDecimal.TEN, "much", LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1)));
        refused("“Money”: XYZ is no currency. Please write its three letters, such as EUR or INR.", () -> money("10", "XYZ"));
        refused("“Money”: 100.5 JPY cannot be paid. JPY has no digits after the point.", () -> money("100.50", "JPY"));
        assertThat(money("1234.567", "KWD").amount()).isEqualByComparingTo("1234.567");
        refused("“Days”: an amount and its unit go together.",
                () -> new Contribution(null, GOI, Role.EXPERT, ContributionKind.EXPERTISE, "Days",
                BigDecimal.TEN, null, LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1)));
        refused("“Days”: please say from which day to which, the first one first.",
                () -> new Contribution(null, GOI, Role.EXPERT, ContributionKind.EXPERTISE, "Days",
                null, null, LocalDate.of(2028, 1, 1), LocalDate.of(2027, 1, 1)));
    }

    @Test
    void a_review_comes_before_the_agreement_is_over() {
        NegotiationId id = ladder.opened(partnership);
        refused("The first review would come only when the agreement is over. Please choose a shorter time between reviews, or a longer "
                + "duration.",
                () -> rounds.draftTopics(id, wordings(), with(terms(service.seats(id)), 4, 12, 12, 3), COORDINATOR));
    }

    // Rounds

    @Test
    void a_topic_is_agreed_when_every_party_accepts_or_stands_aside() {
        NegotiationId id = ladder.drafted(partnership);
        rounds.openRound(id);
        ladder.acceptAll(id, FAO);
        ladder.acceptAll(id, GOI);
        state(id, NGO, Topic.TRUST, PositionKind.STAND_ASIDE, "We measure trust otherwise");
        assertThat(rounds.allTopicsAgreed(id)).as("the reading time is not over").isFalse();
        close(id);
        assertThat(rounds.allTopicsAgreed(id)).isTrue();
        assertThat(rounds.topics(id)).hasSize(16).allSatisfy(topic -> assertThat(topic.rounds()).isEqualTo(1));
        assertThat(rounds.topics(id)).filteredOn(topic -> topic.topic() == Topic.TRUST).singleElement()
                .satisfies(topic -> assertThat(topic.reservations()).containsExactly(new Reservation(NGO, "We measure trust otherwise")));
        assertThat(events.stream(TopicsAgreed.class)).hasSize(1);
    }

    @Test
    void one_objection_opens_that_topic_for_all_and_no_other() {
        NegotiationId id = ladder.drafted(partnership);
        rounds.openRound(id);
        ladder.acceptAll(id, FAO);
        ladder.acceptAll(id, GOI);
        state(id, NGO, Topic.DURATION, PositionKind.OBJECT, "Three years are too long");
        close(id);
        assertThat(rounds.topics(id)).hasSize(15);
        rounds.openRound(id);
        assertThat(service.awaited(id)).containsExactly(FAO, GOI, NGO);
        assertThat(rounds.roundFor(id, FAO).topics()).singleElement().satisfies(topic -> {
            assertThat(topic.topic()).isEqualTo(Topic.DURATION);
            assertThat(topic.nr()).as("the same words, put to all anew").isEqualTo(2);
        });
    }

    @Test
    void words_and_terms_of_a_contested_topic_change_between_rounds_and_those_of_others_never() {
        NegotiationId id = ladder.drafted(partnership);
        rounds.openRound(id);
        ladder.acceptAll(id, FAO);
        ladder.acceptAll(id, GOI);
        state(id, NGO, Topic.DURATION, PositionKind.PROPOSE, "Two years, then a review");
        refused("Words change between two rounds only.", () -> rounds.reconcile(id, Map.of(), Terms.none(), COORDINATOR));
        close(id);
        refused("“Mutual trust and respect” is not contested, so its words stay as they are.",
                () -> rounds.reconcile(id, Map.of(Topic.TRUST, "Other"), Terms.none(), COORDINATOR));
        rounds.reconcile(id, Map.of(Topic.DURATION, "Two years, then a review"), with(terms(List.of()), 12, 12, 24, 3), COORDINATOR);
        assertThat(rounds.terms(id).durationMonths()).isEqualTo(24);
        assertThat(rounds.terms(id).meetingsPerYear()).as("not contested").isEqualTo(4);
        ladder.round(id);
        assertThat(rounds.topics(id)).filteredOn(topic -> topic.topic() == Topic.DURATION).singleElement().satisfies(topic -> {
            assertThat(topic.wording()).isEqualTo("Two years, then a review");
            assertThat(topic.rounds()).isEqualTo(2);
        });
        assertThat(rounds.allTopicsAgreed(id)).isTrue();
    }

    @Test
    void a_position_has_words_and_is_about_the_wording_that_was_seen() {
        NegotiationId id = ladder.drafted(partnership);
        rounds.openRound(id);
        refused("“Mutual trust and respect”: please say why you object, so that the others can answer.",
                () -> new Position(Topic.TRUST, 1, PositionKind.OBJECT, ""));
        refused("“Mutual trust and respect”: please write the wording that you propose.",
                () -> new Position(Topic.TRUST, 1, PositionKind.PROPOSE, null));
        refused("“Mutual trust and respect”: please write down your reservation. It will be printed in the agreement.",
                () -> new Position(Topic.TRUST, 1, PositionKind.STAND_ASIDE, null));
        refused("Please also say what you think of “Decision power” and “Governance structure” and “Roles and responsibilities” and "
                + "“Contributions” and “Management and accountability” and “Planning, monitoring and evaluation” and “Communication and "
                + "information sharing” and “Systematising learning” and “Shared values” and “Consultation on the work and on the "
                + "partnership” and “Resolving conflicts” and “Growing and strengthening together” and “Monitoring the impact on each "
                + "partner” and “Involving participants” and “Duration, joining, leaving and closing”.",
                () -> rounds.recordPositions(id, FAO, List.of(new Position(Topic.TRUST, 1, PositionKind.ACCEPT, null)), "f"));
        refused("The wording of “Mutual trust and respect” was changed since you opened this page. Please open it again and look once "
                + "more.", () -> rounds.recordPositions(id, FAO, List.of(new Position(Topic.TRUST, 2, PositionKind.ACCEPT, null)), "f"));
        ladder.acceptAll(id, FAO);
        refused("Please also say what you think of “Decision power” and ….", () -> rounds.recordPositions(id, FAO, List.of(), "f"));
        rounds.openReading(id, clock.instant());
        refused("This round is over. You get a mail when it is your turn again.", () -> ladder.acceptAll(id, GOI));
    }

    @Test
    void who_was_silent_is_asked_again_and_the_others_are_not() {
        NegotiationId id = ladder.drafted(partnership);
        rounds.openRound(id);
        ladder.acceptAll(id, FAO);
        ladder.acceptAll(id, GOI);
        close(id);
        assertThat(rounds.allTopicsAgreed(id)).isFalse();
        rounds.openRound(id);
        assertThat(service.awaited(id)).containsExactly(NGO);
        assertThat(rounds.roundFor(id, NGO).topics()).hasSize(16).allSatisfy(topic -> assertThat(topic.nr()).isEqualTo(1));
        ladder.acceptAll(id, NGO);
        close(id);
        assertThat(rounds.allTopicsAgreed(id)).isTrue();
    }

    @Test
    void the_others_go_on_without_who_was_silent_twice_in_a_row() {
        NegotiationId id = ladder.drafted(partnership);
        rounds.openRound(id);
        ladder.acceptAll(id, FAO);
        ladder.acceptAll(id, GOI);
        close(id);
        assertThat(service.silent(id)).containsExactly(NGO);
        refused("Organisation Ngo has answered meanwhile, or was asked only once. Please open the form again.",
                () -> service.goOnWithout(id, List.of(NGO), "No answer", COORDINATOR));
        rounds.openRound(id);
        close(id);
        refused("Please say why you go on without it: it and all others will read it.",
                () -> service.goOnWithout(id, List.of(NGO), " ", COORDINATOR));
        service.goOnWithout(id, List.of(NGO), "Two rounds, no answer", COORDINATOR);
        assertThat(events.stream(PartyLeft.class))
                .containsExactly(new PartyLeft(partnership, id, List.of(NGO), "Organisation Ngo", "Two rounds, no answer",
                List.of(FAO, GOI)));
        ladder.round(id);
        assertThat(rounds.allTopicsAgreed(id)).isTrue();
        assertThat(rounds.terms(id).contributions()).extracting(Contribution::organisation).containsExactly(FAO, GOI);
    }

    @Test
    void an_answer_in_between_ends_the_silence() {
        NegotiationId id = ladder.drafted(partnership);
        rounds.openRound(id);
        close(id);
        rounds.openRound(id);
        ladder.acceptAll(id, NGO);
        close(id);
        rounds.openRound(id);
        close(id);
        assertThat(service.silent(id)).containsExactly(FAO, GOI);
        assertThat(service.silentTwice(id)).containsExactly(FAO, GOI);
    }

    @Test
    void who_joins_while_a_round_is_under_way_is_asked_in_it() {
        NegotiationId id = ladder.drafted(partnership);
        rounds.openRound(id);
        ladder.acceptAll(id, FAO);
        OrganisationId una = new OrganisationId("Una");
        ladder.verified(List.of(una));
        joins(id, una);
        assertThat(service.awaited(id)).containsExactly(GOI, NGO, una);
        assertThat(rounds.roundFor(id, una).topics()).hasSize(16);
        List.of(GOI, NGO, una).forEach(party -> ladder.acceptAll(id, party));
        assertThat(service.awaited(id)).isEmpty();
        close(id);
        assertThat(rounds.allTopicsAgreed(id)).isTrue();
        refused("This round is over. You get a mail when it is your turn again.", () -> ladder.acceptAll(id, una));
    }

    @Test
    void a_round_that_too_few_are_left_for_ends_the_negotiation() {
        NegotiationId id = ladder.drafted(partnership);
        List.of(GOI, NGO).forEach(party -> service.leave(id, party, "No staff", "n"));
        rounds.openRound(id);
        assertThat(service.card(id).stage()).isEqualTo(NegotiationStage.ENDED);
        rounds.openRound(id);
        assertThat(partnerships.card(partnership).phase()).isEqualTo(Phase.ENDED);
        assertThat(events.stream(NegotiationEnded.class)).as("said once").hasSize(1);
    }

    // Reading

    @Test
    void only_all_together_can_do_without_the_reading_time_and_it_is_kept() {
        NegotiationId id = ladder.drafted(partnership);
        rounds.openRound(id);
        service.awaited(id).forEach(party -> ladder.acceptAll(id, party));
        rounds.openReading(id, clock.instant().plus(Duration.ofDays(3)));
        assertThat(rounds.readUntil(id)).isPresent();
        rounds.read(id, FAO, true, Set.of(), null, "f");
        rounds.read(id, GOI, true, Set.of(), null, "g");
        assertThat(rounds.isReadingWaived(id)).isFalse();
        refused("Your organisation has said already that it read the positions.", () -> rounds.read(id, FAO, true, Set.of(), null, "f"));
        rounds.read(id, NGO, true, Set.of(), null, "n");
        assertThat(rounds.isReadingWaived(id)).isTrue();
        rounds.closeRound(id);
        assertThat(rounds.overrides(id)).containsExactly(new WaivedRule(1, "Reading time waived by all in round 1"));
        refused("The time to read is over.", () -> rounds.read(id, FAO, true, Set.of(), null, "f"));
    }

    @Test
    void reading_time_that_somebody_wanted_is_no_override() {
        NegotiationId id = ladder.agreed(partnership);
        assertThat(rounds.overrides(id)).isEmpty();
    }

    @Test
    void second_thoughts_open_what_one_had_accepted() {
        NegotiationId id = ladder.drafted(partnership);
        rounds.openRound(id);
        ladder.acceptAll(id, FAO);
        ladder.acceptAll(id, GOI);
        state(id, NGO, Topic.DURATION, PositionKind.OBJECT, "Too long");
        rounds.openReading(id, clock.instant());
        refused("Please say why you think again, so that the others can answer.",
                () -> rounds.read(id, FAO, true, Set.of(Topic.TRUST), null, "f"));
        refused("One can think again only about what one had accepted.",
                () -> rounds.read(id, NGO, true, Set.of(Topic.DURATION), "Hm", "n"));
        rounds.read(id, FAO, true, Set.of(Topic.TRUST), "The indicators are vague", "f");
        rounds.closeRound(id);
        assertThat(rounds.openTopics(id)).filteredOn(OpenTopic::isContested).extracting(OpenTopic::topic)
                .containsExactly(Topic.TRUST, Topic.DURATION);
        rounds.openRound(id);
        assertThat(rounds.roundFor(id, GOI).topics()).extracting(OpenTopic::topic).containsExactly(Topic.TRUST, Topic.DURATION);
    }

    // Helping, leaving, ending

    @Test
    void nobody_mediates_in_their_own_case() {
        NegotiationId id = ladder.drafted(partnership);
        rounds.openRound(id);
        close(id);
        refused("Nobody mediates in their own case: please ask somebody who is no partner in this negotiation.",
                () -> rounds.holdMediation(id, mediatedBy("Somebody of organisation fao"), COORDINATOR));
        refused("Nobody mediates in their own case: please ask somebody who is no partner in this negotiation.",
                () -> rounds.holdMediation(id, mediatedBy("The lawyers of FAO"), COORDINATOR));
        refused("This talk lies ahead. Please write it down once it was held.",
                () -> rounds.holdMediation(id, mediated("Justice Rao", LocalDate.now(clock).plusDays(2)), COORDINATOR));
        LocalDate proposed = partnerships.proposedOn(partnership);
        refused("The partnership was proposed on %s: a talk about it cannot have been before.".formatted(Days.inWords(proposed)),
                () -> rounds.holdMediation(id, mediated("Justice Rao", proposed.minusDays(1)), COORDINATOR));
        Mediation mediation = mediatedBy("Justice Rao, for the Organisation Faolan, which is no NGOs' friend");
        rounds.holdMediation(id, mediation, COORDINATOR);
        assertThat(rounds.mediations(id)).containsExactly(mediation);
        assertThat(events.stream(MediationHeld.class)).hasSize(1);
    }

    @Test
    void a_party_leaves_with_a_reason_and_what_it_said_does_not_count_any_more() {
        NegotiationId id = ladder.drafted(partnership);
        rounds.openRound(id);
        ladder.acceptAll(id, FAO);
        ladder.acceptAll(id, GOI);
        refused("Please say why: all other partners will read it.", () -> service.leave(id, NGO, "", "n"));
        state(id, NGO, Topic.DURATION, PositionKind.OBJECT, "Too long");
        rounds.openReading(id, clock.instant());
        service.leave(id, NGO, "The duration is too long for us", "n");
        rounds.closeRound(id);
        assertThat(service.parties(id)).containsExactly(FAO, GOI);
        assertThat(rounds.allTopicsAgreed(id)).isTrue();
        assertThat(partnerships.members(partnership)).extracting(Member::organisation).containsExactlyInAnyOrder(FAO, GOI);
        assertThat(partnerships.seats(partnership)).extracting(held -> held.organisation()).doesNotContain(NGO);
        assertThat(events.stream(PartnerLeft.class)).containsExactly(new PartnerLeft(partnership, NGO));
        refused("Your organisation is not in this negotiation any more.", () -> service.leave(id, NGO, "Again", "n"));
    }

    @Test
    void with_fewer_than_two_it_ends_and_everybody_hears_why() {
        NegotiationId id = ladder.opened(partnership);
        service.leave(id, NGO, "No staff", "n");
        refused("There are still partners who negotiate, and nobody stopped them.", () -> service.end(id));
        service.leave(id, GOI, "No budget", "g");
        assertThat(service.goesOn(id)).isFalse();
        service.end(id);
        service.end(id);
        assertThat(partnerships.card(partnership).phase()).isEqualTo(Phase.ENDED);
        assertThat(events.stream(NegotiationEnded.class)).singleElement().satisfies(fact -> {
            assertThat(fact.told()).containsExactly(FAO);
            assertThat(fact.reason()).startsWith("Fewer than two partners are left.").contains("left: No");
        });
        refused("This negotiation has ended. Nothing can change in it any more.", () -> service.leave(id, FAO, "Me too", "f"));
    }

    @Test
    void without_common_ground_the_partnership_ends_with_the_reason() {
        NegotiationId id = ladder.drafted(partnership);
        OrganisationId ally = new OrganisationId("Shop");
        organisations.register(Registrations.of(ally.code()), COORDINATOR);
        partnerships.admit(partnership, ally, Standing.ALLY, List.of(new SeatIn(Role.ALLY, Level.NATIONAL, null, null)));
        refused("Please say why there is no common ground: all partners will read it.", () -> service.giveUp(id, null, COORDINATOR));
        service.giveUp(id, "The aims are too far apart", COORDINATOR);
        assertThat(service.card(id)).extracting(NegotiationCard::stage, NegotiationCard::reason)
                .containsExactly(NegotiationStage.ENDED, "The aims are too far apart");
        assertThat(events.stream(NoCommonGroundFound.class)).hasSize(1);
        assertThat(events.stream(NegotiationEnded.class)).singleElement().extracting(NegotiationEnded::told).asInstanceOf(LIST)
                .as("the ally, too").containsExactlyInAnyOrder(FAO, GOI, NGO, ally);
    }

    @Test
    void what_was_agreed_is_reopened_for_all_with_a_reason() {
        NegotiationId id = ladder.agreed(partnership);
        refused("Please say why: all other partners will read it.", () -> rounds.reopen(id, Set.of(Topic.TRUST), " ", FAO, "f"));
        refused("Please choose the topic that has to be talked about again.", () -> rounds.reopen(id, Set.of(), "Hm", FAO, "f"));
        rounds.reopen(id, Set.of(Topic.TRUST), "We cannot sign this", FAO, "f");
        assertThat(rounds.allTopicsAgreed(id)).isFalse();
        assertThat(events.stream(TopicsReopened.class)).hasSize(1);
        rounds.reconcile(id, Map.of(Topic.TRUST, "Trust is seen in what we tell each other"), terms(List.of()), COORDINATOR);
        ladder.round(id);
        assertThat(rounds.allTopicsAgreed(id)).isTrue();
        assertThat(rounds.topics(id)).filteredOn(topic -> topic.topic() == Topic.TRUST).extracting(AgreedTopic::wording)
                .containsExactly("Trust is seen in what we tell each other");
    }

    // Helpers

    /** As the room that lets somebody join will do it. */
    private void joins(NegotiationId id, OrganisationId party) {
        jdbc.sql("insert into negotiating_party (negotiation, organisation) values (?, ?)").params(id.value(), party.code()).update();
    }

    private OpenTopic topic(NegotiationId id, Topic topic) {
        return rounds.openTopics(id).stream().filter(one -> one.topic() == topic).findFirst().orElseThrow();
    }

    /** Accepts everything that is asked but this. */
    private void state(NegotiationId id, OrganisationId party, Topic odd, PositionKind kind, String words) {
        List<Position> positions = new ArrayList<>();
        rounds.roundFor(id, party).topics().forEach(topic -> positions.add(topic.topic() == odd ? new Position(odd, topic.nr(), kind, words)
                : new Position(topic.topic(), topic.nr(), PositionKind.ACCEPT, null)));
        rounds.recordPositions(id, party, positions, "focal");
    }

    private void close(NegotiationId id) {
        rounds.openReading(id, clock.instant());
        rounds.closeRound(id);
    }

    private Mediation mediatedBy(String mediator) {
        return mediated(mediator, LocalDate.now(clock));
    }

    private static Mediation mediated(String mediator, LocalDate heldOn) {
        return new Mediation(mediator, heldOn, "All spoke", "Two years instead of three", true);
    }

    private static Terms with(Terms terms, int meetings, int review, int duration, int notice) {
        return new Terms(terms.decisionRule(), meetings, terms.reportingIntervalMonths(), review, terms.languages(), terms.channel(),
                terms.learningCycleMonths(), terms.consultationIntervalMonths(), terms.trustIndicators(), terms.ladderDays(),
                terms.mediator(), duration, notice, terms.consentToJoin(), terms.renewal(), terms.renewalMonths(), terms.contributions(),
                        null);
    }

    private static Terms trusting(String... indicators) {
        return new Terms(null, null, null, null, null, null, null, null, List.of(indicators), null, null, null, null, null, null, null,
                null, null);
    }

    private static Contribution money(String amount, String currency) {
        return Contribution.given(GOI, Role.RESOURCE_PROVIDER, ContributionKind.FUNDS, "Money", new BigDecimal(amount), currency,
                LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1));
    }
}
