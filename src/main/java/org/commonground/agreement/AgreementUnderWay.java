package org.commonground.agreement;

import java.time.LocalDate;
import java.util.Optional;

import org.commonground.candidate.UnderWay;
import org.commonground.foundation.Days;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.Course;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.Phase;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How far the partners are with their agreement, and how long it holds; its words are theirs. */
@Component
@Order(2)
class AgreementUnderWay implements UnderWay {

    private final AgreementService agreements;
    private final AgreedTerms agreed;
    private final CourseOfWork work;

    AgreementUnderWay(AgreementService agreements, AgreedTerms agreed, CourseOfWork work) {
        this.agreements = agreements;
        this.agreed = agreed;
        this.work = work;
    }

    @Override
    public Optional<Line> toInvited(PartnershipId partnership) {
        Course course = work.of(partnership);
        if (agreements.isSealed(partnership)) {
            return Optional.of(line(inForce(agreed.of(partnership)) + (course.suspended() ? " At the moment the work pauses." : "")));
        }
        return course.phase().isBefore(Phase.IN_FORCE)
                ? Optional.of(line("The partners are still working on their agreement, and nothing is signed by all of them."))
                : Optional.empty();
    }

    private static Line line(String words) {
        return new Line("What they have agreed", words);
    }

    private static String inForce(SealedAgreement agreement) {
        LocalDate since = agreement.calendar().sealedOn();
        return "Their agreement has been in force since %s and holds until %s.".formatted(Days.inWords(since),
                Days.inWords(since.plusMonths(agreement.terms().durationMonths()).minusDays(1)));
    }
}
