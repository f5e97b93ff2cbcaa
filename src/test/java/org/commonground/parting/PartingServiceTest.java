package org.commonground.parting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Refusals.refused;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterService;
import org.commonground.partnership.Action;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.ClosureAgreed;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.NoCommonGroundFound;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.withdrawal.WithdrawalService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** The last day of a partner: the NGO owns an action that FAO verifies; Goi stays too. */
@DomainTest
class PartingServiceTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId NGO = new OrganisationId("Ngo");
    private static final String FENCE = "Mend the fence";

    @Autowired
    Ladder ladder;
    @Autowired
    PartingService service;
    @Autowired
    SettlingService settling;
    @Autowired
    WithdrawalService withdrawals;
    @Autowired
    MatterService matters;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    CourseOfWork work;
    @Autowired
    Actions actions;
    @Autowired
    MovableClock clock;
    @Autowired
    ApplicationEvents events;

    private PartnershipId partnership;

    @BeforeEach
    void three_work_together() {
        ladder.verified(List.of(FAO, GOI, NGO));
        partnership = ladder.inForceUnwritten(Role.EXPERT, FAO, GOI, NGO);
        actions.agree(partnership, "Review 1", List.of(new AgreedAction("Goats", FENCE, NGO, notice().plusYears(1), FAO)), "x");
    }

    @Test
    void those_who_stay_say_once_what_they_take_of_all_that_is_left() {
        UUID matter = given(NGO);
        refused("This is settled when the day has come: ….", () -> settling.settle(matter, partnership, GOI, all(matter, true), "x"));
        service.openSettling(matter);
        assertThat(settling.settlers(matter, partnership)).containsExactlyInAnyOrder(FAO, GOI);
        refused("Only partners that stay take something over.",
                () -> settling.settle(matter, partnership, NGO, all(matter, true), "x"));
        refused("Somebody else has just taken something. Please open the page again.",
                () -> settling.settle(matter, partnership, GOI, Map.of(), "x"));
        settling.settle(matter, partnership, FAO, all(matter, false), "x");
        refused("Your organisation has answered already.", () -> settling.settle(matter, partnership, FAO, all(matter, false), "x"));
        settling.settle(matter, partnership, GOI, all(matter, true), "x");
        assertThat(settling.settlers(matter, partnership)).as("nothing is left").isEmpty();
        service.part(matter);
        assertThat(actions.open(partnership)).extracting(Action::owner).containsExactly(GOI);
    }

    @Test
    void it_leaves_once_and_all_hear_what_became_of_what_it_held() {
        UUID matter = given(NGO);
        service.openSettling(matter);
        service.part(matter);
        service.part(matter);
        assertThat(partnerships.memberIds(partnership)).containsExactlyInAnyOrder(FAO, GOI);
        assertThat(events.stream(PartnerParted.class)).singleElement().satisfies(fact -> {
            assertThat(fact.alone()).isFalse();
            assertThat(fact.members()).doesNotContain(NGO);
            assertThat(fact.lines()).singleElement().asString().contains(FENCE, "It is released");
        });
        assertThat(matters.card(matter).outcome()).contains(" left on ");
        assertThat(actions.open(partnership)).isEmpty();
    }

    @Test
    void the_last_but_one_leads_to_the_closing_and_whoever_would_leave_after_it_stays_for_that() {
        List<UUID> all = Stream.of(NGO, GOI, FAO).map(this::given).toList();
        all.forEach(service::openSettling);
        all.forEach(service::part);
        assertThat(partnerships.memberIds(partnership)).containsExactly(FAO);
        assertThat(work.of(partnership).endAgreed()).isTrue();
        assertThat(events.stream(ClosureAgreed.class)).hasSize(1);
        assertThat(matters.card(all.get(2)).outcome()).endsWith(" stays. The joint work ended before.");
        assertThat(partnerships.leaving(partnership)).isEmpty();
    }

    @Test
    void while_nothing_is_signed_nothing_is_settled_and_one_alone_founds_nothing() {
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(FAO, Role.EXPERT);
        partners.put(GOI, Role.RESOURCE_PROVIDER);
        PartnershipId founding = ladder.chosen(partners);
        UUID matter = matters.raise(founding, "withdrawal", "No money", "goiFocal");
        withdrawals.give(matter, "No money", null, "x");
        service.openSettling(matter);
        assertThat(settling.settlers(matter, founding)).isEmpty();
        service.part(matter);
        assertThat(partnerships.card(founding).phase()).isEqualTo(Phase.ENDED);
        assertThat(events.stream(NoCommonGroundFound.class)).singleElement().satisfies(fact -> assertThat(fact.reason()).endsWith(
                "has left, and a partnership has two partners at least."));
        assertThat(events.stream(FoundingGivenUp.class)).hasSize(1);
    }

    private UUID given(OrganisationId leaver) {
        UUID raised = matters.raise(partnership, "withdrawal", "Our programme ends.", leaver.code().toLowerCase() + "Focal");
        withdrawals.give(raised, "Our programme ends.", notice(), "x");
        return raised;
    }

    private Map<String, Boolean> all(UUID matter, boolean takes) {
        Map<String, Boolean> answers = new LinkedHashMap<>();
        settling.left(matter).forEach(one -> answers.put(one.key(), takes && one.key().startsWith("action")));
        return answers;
    }

    private LocalDate notice() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusMonths(3);
    }
}
