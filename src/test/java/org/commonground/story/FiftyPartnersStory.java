package org.commonground.story;

import java.util.List;
import java.util.stream.IntStream;

import org.commonground.agreement.AgreementService;
import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for five holds for fifty: each is asked, each is heard, each signs. */
@ProcessTest
class FiftyPartnersStory {

    @Autowired
    private Stage stage;
    @Autowired
    private AgreementService agreements;

    @Test
    void fifty_organisations_agree_and_sign() {
        List<String> fifty = IntStream.range(0, 50).mapToObj(i -> "P" + (char) ('a' + i / 10) + (char) ('a' + i % 10)).toList();
        Cast cast = stage.cast();
        fifty.forEach(code -> cast.organisation(code, "Cooperative " + code, Level.LOCAL, "Guntur", Role.IMPLEMENTER));
        Course course = new Course(cast.withMandates());

        String number = course.choosesPartners("Cotton in fifty villages", Course.all(Role.IMPLEMENTER, fifty));
        course.reachesAgreement(number, fifty);

        assertThat(agreements.isSealed(new PartnershipId(number))).isTrue();
        assertThat(agreements.paper(new PartnershipId(number), 1).signatures()).hasSize(50);
        stage.assertThat(number).isNotEnded().hasNoIncident();
    }
}
