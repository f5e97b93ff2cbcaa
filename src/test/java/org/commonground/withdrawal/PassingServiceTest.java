package org.commonground.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Refusals.refused;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterService;
import org.commonground.partnership.Action;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.withdrawal.PassingService.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** How what the NGO holds passes on: two actions that FAO verifies. Fao, Goi and Una stay. */
@DomainTest
class PassingServiceTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId NGO = new OrganisationId("Ngo");
    private static final OrganisationId UNA = new OrganisationId("Una");
    private static final String LETTER = "Write to the ministry";
    private static final String FENCE = "Mend the fence";
    private static final Said YES = new Said(true, null);
    private static final Said NO = new Said(false, "We have no people.");

    @Autowired
    Ladder ladder;
    @Autowired
    PassingService service;
    @Autowired
    WithdrawalService withdrawals;
    @Autowired
    MatterService matters;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    Actions actions;
    @Autowired
    MovableClock clock;
    @Autowired
    ApplicationEvents events;

    private PartnershipId partnership;
    private UUID matter;

    @BeforeEach
    void the_ngo_has_given_notice() {
        ladder.verified(List.of(FAO, GOI, NGO, UNA));
        partnership = ladder.inForceUnwritten(Role.EXPERT, FAO, GOI, NGO, UNA);
        actions.agree(partnership, "Review 1", List.of(new AgreedAction("Water", LETTER, NGO, day(), FAO),
                new AgreedAction("Goats", FENCE, NGO, day(), FAO)), "x");
        matter = given(NGO);
    }

    @Test
    void things_are_offered_to_those_who_stay_and_once_at_a_time() {
        assertThat(service.takers(matter).keySet()).containsExactlyInAnyOrder(FAO, GOI, UNA);
        refused("Please choose for at least one thing who shall have it, or that it be released.",
                () -> service.offer(matter, Map.of(), "x"));
        refused("Organisation Fao looks whether “%s” is done, so it cannot be the one to do it.".formatted(LETTER),
                () -> offer(LETTER, FAO));
        given(UNA);
        refused("Una leaves on %s and takes on nothing new. Please choose another organisation.".formatted(Days.inWords(notice())),
                () -> offer(LETTER, UNA));
        partnerships.leave(partnership, FAO, "No time", "x");
        refused("Organisation Fao is no full partner now, so it can take nothing over. Please choose another organisation.",
                () -> offer(LETTER, FAO));
        offer(LETTER, GOI);
        refused("Organisation Goi has not answered your earlier offer yet. Please wait for its answer, or choose somebody else.",
                () -> offer(FENCE, GOI));
        refused("This has changed since you opened the page. Please open it again.", () -> offer(LETTER, GOI));
    }

    @Test
    void a_taker_that_gives_notice_itself_may_only_decline() {
        offer(LETTER, GOI);
        service.askTakers(matter, clock.instant().plusSeconds(1000));
        given(GOI);
        refused("Goi leaves on %s and takes on nothing new. Please choose another organisation.".formatted(Days.inWords(notice())),
                () -> service.answer(matter, GOI, Map.of(key(LETTER), YES), "x"));
        service.answer(matter, GOI, Map.of(key(LETTER), NO), "x");
        assertThat(owner(LETTER)).isEqualTo(NGO);
        refused("This has changed since you opened the page. Please open it again.",
                () -> service.answer(matter, GOI, Map.of(key(LETTER), YES), "x"));
    }

    @Test
    void what_a_taker_took_that_has_left_since_returns() {
        offer(LETTER, GOI);
        service.askTakers(matter, clock.instant().plusSeconds(1000));
        service.answer(matter, GOI, Map.of(key(LETTER), YES), "x");
        partnerships.leave(partnership, GOI, "No time", "x");
        service.carryOut(matter);
        assertThat(owner(LETTER)).isEqualTo(NGO);
        assertThat(service.toOffer(matter)).extracting(HeldThing::words).anySatisfy(words -> assertThat(words).contains(LETTER));
        assertThat(events.stream(OffersAnswered.class)).singleElement().satisfies(fact -> assertThat(fact.lines()).singleElement()
                .asString().contains("could not pass on after all. Organisation Goi has left itself."));
    }

    @Test
    void what_is_taken_twice_or_done_meanwhile_passes_on_once() {
        offer(LETTER, GOI);
        service.askTakers(matter, clock.instant().plusSeconds(1000));
        service.answer(matter, GOI, Map.of(key(LETTER), YES), "x");
        service.carryOut(matter);
        service.carryOut(matter);
        assertThat(owner(LETTER)).isEqualTo(GOI);
        assertThat(events.stream(ThingsPassedOn.class)).hasSize(1);
        refused("This has changed since you opened the page. Please open it again.", () -> offer(LETTER, UNA));
        offer(FENCE, GOI);
        actions.giveUp(action(FENCE).id(), "There are no goats any more.");
        service.askTakers(matter, clock.instant().plusSeconds(1000));
        service.answer(matter, GOI, Map.of(key(FENCE), YES), "x");
        service.carryOut(matter);
        assertThat(events.stream(ThingsPassedOn.class)).as("nothing is left to pass on").hasSize(1);
    }

    @Test
    void whoever_leads_and_stays_decides_on_releases_and_says_why() {
        assertThat(service.releaser(matter, partnership)).contains(FAO);
        offer(FENCE, null);
        refused("Please give a reason for each: all members read it.",
                () -> service.decide(matter, Map.of(key(FENCE), new Said(true, " ")), "x"));
        service.decide(matter, Map.of(key(FENCE), new Said(true, "There are no goats any more.")), "x");
        service.carryOut(matter);
        assertThat(actions.open(partnership)).extracting(Action::what).containsExactly(LETTER);
        given(FAO);
        assertThat(service.releaser(matter, partnership)).as("the coordinator has to").isEmpty();
    }

    @Test
    void whoever_takes_first_what_is_left_has_it_and_the_rest_is_released() {
        withdrawals.openSettling(matter);
        refused("Organisation Fao looks whether “%s” is done, so it cannot be the one to do it.".formatted(LETTER),
                () -> service.takeLeft(matter, FAO, Set.of(key(LETTER)), "x"));
        service.takeLeft(matter, GOI, Set.of(key(LETTER)), "x");
        assertThat(service.left(matter)).extracting(HeldThing::key).containsExactly(key(FENCE));
        List<String> lines = service.passOnTheRest(matter);
        assertThat(lines).anySatisfy(line -> assertThat(line).contains(LETTER, "Organisation Goi has it from now on."))
                .anySatisfy(line -> assertThat(line).contains(FENCE, "It is released: Nobody took it over when Organisation Ngo left on"));
        assertThat(service.left(matter)).isEmpty();
        assertThat(service.passOnTheRest(matter)).as("may be repeated").isEmpty();
    }

    private UUID given(OrganisationId leaver) {
        UUID raised = matters.raise(partnership, "withdrawal", "Our programme ends.", leaver.code().toLowerCase() + "Focal");
        withdrawals.give(raised, "Our programme ends.", notice(), "x");
        return raised;
    }

    /** @param taker null where it shall be released */
    private void offer(String what, OrganisationId taker) {
        Map<String, Optional<OrganisationId>> wishes = new LinkedHashMap<>();
        wishes.put(key(what), Optional.ofNullable(taker));
        service.offer(matter, wishes, "x");
    }

    private String key(String what) {
        return "action:" + action(what).id();
    }

    private Action action(String what) {
        return actions.all(partnership).stream().filter(one -> one.what().equals(what)).findFirst().orElseThrow();
    }

    private OrganisationId owner(String what) {
        return action(what).owner();
    }

    private LocalDate notice() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusMonths(3);
    }

    private LocalDate day() {
        return notice().plusYears(1);
    }
}
