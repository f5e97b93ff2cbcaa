package org.commonground.negotiation.process;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.commonground.negotiation.ConsentRule;
import org.commonground.negotiation.DecisionRule;
import org.commonground.negotiation.Terms;

/** The figures and names that a form asks beside the wordings; null where it did not ask. */
interface GivenTerms {

    DecisionRule decisionRule();

    Integer meetingsPerYear();

    Integer reportingIntervalMonths();

    Integer reviewIntervalMonths();

    String languages();

    String channel();

    Integer learningCycleMonths();

    Integer consultationIntervalMonths();

    /** One on each line. */
    String trustIndicators();

    Integer dialogueDays();

    Integer facilitationDays();

    Integer mediationDays();

    Integer steeringDays();

    String mediator();

    Integer durationMonths();

    Integer noticeMonths();

    ConsentRule consentToJoin();

    String renewal();

    List<Contributed> contributions();

    default Terms terms() {
        List<String> indicators = trustIndicators() == null ? List.of()
                : trustIndicators().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<Integer> ladder = Stream.of(dialogueDays(), facilitationDays(), mediationDays(), steeringDays()).filter(Objects::nonNull)
                .toList();
        return new Terms(decisionRule(), meetingsPerYear(), reportingIntervalMonths(), reviewIntervalMonths(), languages(), channel(),
                learningCycleMonths(), consultationIntervalMonths(), indicators, ladder, mediator(), durationMonths(), noticeMonths(),
                consentToJoin(), renewal(), contributions().stream().map(Contributed::contribution).toList());
    }
}
