package org.commonground.foundation;

/** What an organisation brings to a partnership (FAO/LenCD guidance, "partners and their roles"). */
public enum Role implements Keyed {
    DECISION_MAKER("decisionMaker", "Decision maker", "makes the necessary policy decisions"),
    RESOURCE_PROVIDER("resourceProvider", "Resource provider", "brings money and other resources"),
    EXPERT("expert", "Expert", "brings knowledge and expertise"),
    IMPLEMENTER("implementer", "Implementer", "carries out the activities"),
    PARTICIPANT("participant", "Participant", "is the target group and takes part in extending the work"),
    ALLY("ally", "Ally", "is not directly involved; supports and exchanges information");

    private final String key;
    private final String label;
    private final String meaning;

    Role(String key, String label, String meaning) {
        this.key = key;
        this.label = label;
        this.meaning = meaning;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    /** As written at the end of a group id: {@code ResourceProvider}. */
    public String suffix() {
        return Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }

    public static Role of(String key) {
        return Keyed.of(Role.class, key);
    }
}
