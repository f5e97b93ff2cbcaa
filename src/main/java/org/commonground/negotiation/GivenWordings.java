package org.commonground.negotiation;

import java.util.EnumMap;
import java.util.Map;

/** The words of the topics, each beside its own figures in a form; null where a topic was not asked. */
public interface GivenWordings {

    String decisionPowerWording();

    String governanceStructureWording();

    String rolesAndResponsibilitiesWording();

    String contributionsWording();

    String accountabilityWording();

    String monitoringWording();

    String communicationWording();

    String learningWording();

    String sharedValuesWording();

    String consultationWording();

    String trustWording();

    String conflictWording();

    String growingWording();

    String impactWording();

    String participationWording();

    String durationWording();

    /** The name itself; a form that founds a partnership does not ask it, nor what follows. */
    default String nameWording() {
        return null;
    }

    default String purposeWording() {
        return null;
    }

    default String annexWording() {
        return null;
    }

    default Map<Topic, String> wordings() {
        Map<Topic, String> wordings = new EnumMap<>(Topic.class);
        put(wordings, Topic.DECISION_POWER, decisionPowerWording());
        put(wordings, Topic.GOVERNANCE_STRUCTURE, governanceStructureWording());
        put(wordings, Topic.ROLES_AND_RESPONSIBILITIES, rolesAndResponsibilitiesWording());
        put(wordings, Topic.CONTRIBUTIONS, contributionsWording());
        put(wordings, Topic.ACCOUNTABILITY, accountabilityWording());
        put(wordings, Topic.MONITORING, monitoringWording());
        put(wordings, Topic.COMMUNICATION, communicationWording());
        put(wordings, Topic.LEARNING, learningWording());
        put(wordings, Topic.SHARED_VALUES, sharedValuesWording());
        put(wordings, Topic.CONSULTATION, consultationWording());
        put(wordings, Topic.TRUST, trustWording());
        put(wordings, Topic.CONFLICT, conflictWording());
        put(wordings, Topic.GROWING, growingWording());
        put(wordings, Topic.IMPACT, impactWording());
        put(wordings, Topic.PARTICIPATION, participationWording());
        put(wordings, Topic.DURATION, durationWording());
        put(wordings, Topic.NAME, nameWording());
        put(wordings, Topic.PURPOSE, purposeWording());
        put(wordings, Topic.ANNEX, annexWording());
        return wordings;
    }

    private static void put(Map<Topic, String> wordings, Topic topic, String words) {
        if (words != null) {
            wordings.put(topic, words);
        }
    }
}
