package org.commonground.negotiation.process;

import java.util.List;

import org.commonground.negotiation.ConsentRule;
import org.commonground.negotiation.DecisionRule;
import org.commonground.negotiation.Terms;

/** The figures and names that a form asks beside the wordings; null where it did not ask. */
interface GivenTerms {

    String decisionRule();

    Integer meetingsPerYear();

    Integer reportingIntervalMonths();

    Integer reviewIntervalMonths();

    String languages();

    String channel();

    Integer learningCycleMonths();

    Integer consultationIntervalMonths();

    String trustIndicators();

    Integer dialogueDays();

    Integer facilitationDays();

    Integer mediationDays();

    Integer steeringDays();

    String mediator();

    Integer durationMonths();

    Integer noticeMonths();

    String consentToJoin();

    String renewal();

    List<Contributed> contributions();

    default Terms terms() {
        return new Terms(decisionRule() == null ? null : DecisionRule.of(decisionRule()), meetingsPerYear(), reportingIntervalMonths(),
                reviewIntervalMonths(), languages(), channel(), learningCycleMonths(), consultationIntervalMonths(),
                TermWords.lines(trustIndicators()), TermWords.rungs(dialogueDays(), facilitationDays(), mediationDays(), steeringDays()), mediator(),
                durationMonths(), noticeMonths(), consentToJoin() == null ? null : ConsentRule.of(consentToJoin()), renewal(),
                contributions().stream().map(Contributed::contribution).toList());
    }
}
