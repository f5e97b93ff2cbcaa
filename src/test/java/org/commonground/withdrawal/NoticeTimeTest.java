package org.commonground.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.stage.SampleAgreement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From when on a partner can leave: three months after its notice, while the agreement lasts; at once while nothing is signed. */
@DomainTest
class NoticeTimeTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId NGO = new OrganisationId("Ngo");

    @Autowired
    Ladder ladder;
    @Autowired
    NoticeTime notice;
    @Autowired
    SampleAgreement agreed;
    @Autowired
    OncePerTransaction once;
    @Autowired
    MovableClock clock;

    private PartnershipId partnership;

    @BeforeEach
    void two_work_together() {
        ladder.verified(List.of(FAO, NGO));
        partnership = ladder.inForceUnwritten(Role.IMPLEMENTER, FAO, NGO);
    }

    @Test
    void the_months_of_the_agreement_are_counted_from_today() {
        NoticeTime.Span days = notice.of(partnership);
        assertThat(days.signed()).isTrue();
        assertThat(days.notice()).isEqualTo("3 months’ notice");
        assertThat(days.earliest()).isEqualTo(today().plusMonths(3));
        assertThat(days.isPossible()).isTrue();
        assertThat(notice.morningOf(partnership, days.earliest()).atZone(ZoneOffset.UTC).toLocalDate()).isEqualTo(days.earliest());
    }

    @Test
    void a_single_month_is_called_so() {
        assertThat(new NoticeTime.Span(today(), 1, today().plusYears(1)).notice()).isEqualTo("one month’s notice");
        assertThat(new NoticeTime.Span(today(), 0, today().plusYears(1)).notice()).isEqualTo("no notice");
    }

    @Test
    void on_the_last_day_of_the_term_and_later_there_is_nothing_to_leave() {
        ends(today().plusMonths(3).plusDays(2));
        LocalDate ends = notice.of(partnership).ends();
        assertThat(notice.of(partnership).isPossible()).isEqualTo(today().plusMonths(3).isBefore(ends)).isTrue();
        ends(today().plusMonths(3).plusDays(1));
        assertThat(notice.of(partnership).earliest()).isEqualTo(notice.of(partnership).ends());
        assertThat(notice.of(partnership).isPossible()).as("the notice would be over on the last day").isFalse();
    }

    @Test
    void while_nothing_is_signed_there_is_no_notice_time() {
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(FAO, Role.EXPERT);
        partners.put(NGO, Role.IMPLEMENTER);
        PartnershipId founding = ladder.chosen(partners);
        assertThat(notice.of(founding).signed()).isFalse();
        assertThat(notice.of(founding)).isEqualTo(new NoticeTime.Span(today(), 0, null));
        assertThat(notice.of(founding).isPossible()).isTrue();
    }

    /** Another term is agreed; a test is one transaction, in which what was read before would stand. */
    private void ends(LocalDate day) {
        agreed.endsOn(day);
        once.forget();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
