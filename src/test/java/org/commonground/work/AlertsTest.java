package org.commonground.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonground.work.FiveAtWork.EU;
import static org.commonground.work.FiveAtWork.NGO;
import static org.commonground.work.FiveAtWork.SEALED;

import java.time.ZoneOffset;
import java.util.List;

import org.commonground.document.Papers;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.stage.SampleAgreement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What needs attention is read by all until it is better. How each kind becomes better its own room shows. */
@DomainTest
class AlertsTest {

    @Autowired
    Alerts alerts;
    @Autowired
    AlertPapers papers;
    @Autowired
    WorkService work;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    Ladder ladder;
    @Autowired
    SampleAgreement agreed;
    @Autowired
    MovableClock clock;

    private PartnershipId id;

    @BeforeEach
    void five_work_together() {
        clock.setTo(SEALED.atTime(9, 0).toInstant(ZoneOffset.UTC));
        id = FiveAtWork.in(ladder, agreed);
    }

    @ParameterizedTest
    @EnumSource(AlertKind.class)
    void each_kind_is_read_among_the_papers_while_it_is_open_and_what_is_over_with_its_days(AlertKind kind) {
        assertThat(papers.of(id)).isEmpty();
        assertThatThrownBy(() -> papers.page(id, 1)).isInstanceOf(NotFound.class).hasMessage("Nothing needed attention here so far.");
        alerts.raise(id, kind, NGO, "it", "Something <b>is</b> late.", List.of(NGO));
        assertThat(papers.of(id)).extracting(Papers.Listed::words).containsExactly("One thing now");
        assertThat(papers.page(id, 1)).contains(kind.label(), "Something &lt;b&gt;is&lt;/b&gt; late.", "Since")
                .doesNotContain("What is over");
        alerts.resolve(id, kind, "it");
        assertThat(papers.of(id)).extracting(Papers.Listed::words).containsExactly("Nothing now");
        assertThat(papers.page(id, 1)).contains("Nothing needs attention now.", "What is over", kind.label());
    }

    @Test
    void whoever_leaves_is_missed_no_more() {
        alerts.raise(id, AlertKind.REPORT_MISSING, NGO, "ngo", "Ngo is late.", List.of(NGO));
        alerts.raise(id, AlertKind.MONEY_LATE, EU, "eu", "Eu is late.", List.of(EU));
        partnerships.leave(id, NGO, "No staff", "somebody");
        assertThat(alerts.open(id)).extracting(AlertLine::words).containsExactly("Eu is late.");
    }

    @Test
    void with_the_work_all_of_it_ends() {
        alerts.raise(id, AlertKind.REPORT_MISSING, NGO, "ngo", "Ngo is late.", List.of(NGO));
        alerts.raise(id, AlertKind.MONEY_LATE, EU, "eu", "Eu is late.", List.of(EU));
        work.end(id);
        assertThat(alerts.open(id)).isEmpty();
    }
}
