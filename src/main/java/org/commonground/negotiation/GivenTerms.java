package org.commonground.negotiation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.commonground.partnership.NumberedObjective;

/** The figures, names and lists that a form asks beside the wordings; null where it did not ask. */
public interface GivenTerms {

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

    Renewal renewal();

    /** How long before the end; null where no renewal is proposed. */
    Integer renewalMonths();

    List<Contributed> contributions();

    /** All of them; a form that founds a partnership does not ask them, nor what follows. */
    default List<NumberedObjective> objectives() {
        return null;
    }

    default List<WorkArea> areas() {
        return null;
    }

    default String targetParticipants() {
        return null;
    }

    default String participationMode() {
        return null;
    }

    default List<AgreedStep> agenda() {
        return null;
    }

    default String annexTitle() {
        return null;
    }

    private AimTerms aims() {
        return new AimTerms(objectives(), areas() == null ? null : areas().stream().map(WorkArea::place).toList(), targetParticipants(),
                participationMode(), agenda() == null ? null : agenda().stream().map(AgreedStep::item).toList(), annexTitle());
    }

    default Terms terms() {
        List<String> indicators = trustIndicators() == null ? List.of()
                : trustIndicators().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<Integer> ladder = Stream.of(dialogueDays(), facilitationDays(), mediationDays(), steeringDays()).filter(Objects::nonNull)
                .toList();
        return new Terms(decisionRule(), meetingsPerYear(), reportingIntervalMonths(), reviewIntervalMonths(), languages(), channel(),
                learningCycleMonths(), consultationIntervalMonths(), indicators, ladder, mediator(), durationMonths(), noticeMonths(),
                consentToJoin(), renewal(), renewalMonths(), contributions() == null ? List.of() : contributions().stream()
                        .map(Contributed::contribution).toList(), aims());
    }
}
