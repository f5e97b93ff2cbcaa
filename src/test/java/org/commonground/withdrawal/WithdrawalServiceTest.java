package org.commonground.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Refusals.refused;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterService;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.stage.SampleAgreement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

/** What a partner may say about leaving, and when. Three work together; the NGO thinks of leaving. */
@DomainTest
class WithdrawalServiceTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId NGO = new OrganisationId("Ngo");
    private static final String WHY = "Our programme ends.";

    @Autowired
    Ladder ladder;
    @Autowired
    WithdrawalService service;
    @Autowired
    MatterService matters;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    SampleAgreement agreed;
    @Autowired
    OncePerTransaction once;
    @Autowired
    MovableClock clock;
    @Autowired
    ApplicationEvents events;

    private PartnershipId partnership;
    private UUID matter;

    @BeforeEach
    void three_work_together() {
        ladder.verified(List.of(FAO, GOI, NGO));
        partnership = ladder.inForceUnwritten(Role.IMPLEMENTER, FAO, GOI, NGO);
        matter = matters.raise(partnership, "withdrawal", WHY, focal(NGO));
    }

    @Test
    void notice_is_given_once_in_time_and_with_a_reason() {
        refused("Please say why: all members read it.", () -> service.give(matter, " ", earliest(), "x"));
        refused("Please say on which day you leave.", () -> service.give(matter, WHY, null, "x"));
        refused("Your agreement asks for 3 months’ notice. The earliest day is %s.".formatted(Days.inWords(earliest())),
                () -> service.give(matter, WHY, earliest().minusDays(1), "x"));
        assertThat(partnerships.leaving(partnership)).isEmpty();
        assertThat(service.give(matter, WHY, earliest(), "x")).as("not at once").isFalse();
        assertThat(partnerships.leaving(partnership)).containsOnly(Map.entry(NGO, earliest()));
        assertThat(events.stream(NoticeGiven.class)).singleElement().satisfies(fact -> {
            assertThat(fact.released()).isFalse();
            assertThat(fact.members()).containsExactlyInAnyOrder(FAO, GOI, NGO);
        });
        refused("Ngo is no full partner, or has given notice already.", () -> service.give(matter, WHY, earliest(), "x"));
    }

    @Test
    void nobody_leaves_on_the_last_day_of_the_term() {
        LocalDate ends = new NoticeTime.Span(today(), 0, today().plusMonths(36).minusDays(1)).ends();
        refused("The agreement ends on %s for everybody, so there is nothing to leave on that day or later. Please choose an earlier one."
                .formatted(Days.inWords(ends)), () -> service.give(matter, WHY, ends, "x"));
        ends(today().plusMonths(2));
        assertThat(matters.objection(partnership, matters.card(matter).kind())).hasValueSatisfying(
                sentence -> assertThat(sentence).startsWith("Your agreement asks for 3 months’ notice, and it ends before that"));
    }

    @Test
    void who_gave_notice_may_stay_until_the_day_has_come() {
        service.give(matter, WHY, earliest(), "x");
        refused("Please say why you stay: all members read it.", () -> service.takeBack(matter, ""));
        service.openSettling(matter);
        refused("The day has come: since %s the other partners settle what nobody has taken.".formatted(Days.inWords(earliest())),
                () -> service.takeBack(matter, "We stay."));
        refused("The day has come: since %s the other partners settle what nobody has taken.".formatted(Days.inWords(earliest())),
                () -> service.sayOnParting(matter, "Patience", null));
    }

    @Test
    void who_takes_its_notice_back_belongs_to_it_as_before() {
        service.give(matter, WHY, earliest(), "x");
        service.takeBack(matter, "The programme goes on.");
        assertThat(partnerships.leaving(partnership)).isEmpty();
        assertThat(matters.card(matter).outcome()).endsWith(" stays. The programme goes on.");
        refused("This partner stays after all.", () -> service.takeBack(matter, "Again"));
    }

    @Test
    void who_the_others_release_leaves_after_the_notice_time_or_at_once_and_cannot_take_it_back() {
        UUID release = matters.raise(partnership, "release", "It does not answer.", focal(FAO));
        assertThat(service.release(release, GOI, false, "It does not answer.", "x")).contains(earliest());
        assertThat(service.isReleased(release)).isTrue();
        assertThat(service.isDue(release)).isFalse();
        assertThat(service.leaver(release)).isEqualTo(GOI);
        refused("The partners have decided that you leave on %s, so this cannot be taken back.".formatted(Days.inWords(earliest())),
                () -> service.takeBack(release, "We stay."));
        assertThat(service.release(release, GOI, true, "Again", "x")).as("it leaves already").isEmpty();
        UUID other = matters.raise(partnership, "release", "It does not answer.", focal(FAO));
        assertThat(service.release(other, NGO, true, "It does not answer.", "x")).contains(today());
        assertThat(service.isDue(other)).isTrue();
    }

    @Test
    void where_less_than_the_notice_time_is_left_who_is_released_leaves_at_once() {
        ends(today().plusMonths(2));
        UUID release = matters.raise(partnership, "release", "It does not answer.", focal(FAO));
        assertThat(service.release(release, GOI, false, "It does not answer.", "x")).contains(today());
    }

    @Test
    void a_notice_that_nobody_writes_ends_and_says_why() {
        service.endUnwritten(matter);
        assertThat(matters.card(matter).outcome()).endsWith(" stays. Nobody gave notice in time.");
        service.endUnwritten(matter);
        assertThat(events.stream(WithdrawalEnded.class)).as("told once").hasSize(1);
        UUID gone = matters.raise(partnership, "withdrawal", WHY, focal(GOI));
        partnerships.leave(partnership, GOI, "No time", "x");
        assertThat(events.stream(LeaverGone.class)).singleElement().satisfies(fact -> assertThat(fact.withdrawal()).isEqualTo(gone));
        service.endUnwritten(gone);
        assertThat(matters.card(gone).outcome()).endsWith(" has left already.");
    }

    @Test
    void while_nothing_is_signed_a_partner_leaves_at_once() {
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(FAO, Role.EXPERT);
        partners.put(GOI, Role.RESOURCE_PROVIDER);
        PartnershipId founding = ladder.chosen(partners);
        assertThat(partnerships.card(founding).phase()).isEqualTo(Phase.SELECTING);
        UUID leaving = matters.raise(founding, "withdrawal", WHY, focal(GOI));
        assertThat(service.sheet(leaving)).satisfies(sheet -> {
            assertThat(sheet.signed()).isFalse();
            assertThat(sheet.latest()).isNull();
        });
        assertThat(service.give(leaving, WHY, null, "x")).as("at once").isTrue();
        assertThat(service.leaving(leaving).way()).isEqualTo(WayOfLeaving.BEFORE_SIGNING);
    }

    /** Another term is agreed; a test is one transaction, in which what was read before would stand. */
    private void ends(LocalDate day) {
        agreed.endsOn(day);
        once.forget();
    }

    private LocalDate earliest() {
        return today().plusMonths(3);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String focal(OrganisationId organisation) {
        return organisation.code().toLowerCase() + "Focal";
    }
}
