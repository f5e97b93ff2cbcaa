package org.commonground.closure;

import java.util.Arrays;

import org.commonground.foundation.Refusal;

/** The closing list: what has to be settled, or left open with a reason, before a partnership is closed. */
public enum ClosingItem {
    OBLIGATIONS("obligations", "Obligations", "All agreed actions are done and seen"),
    CONTRIBUTIONS("contributions", "Contributions reconciled", "Each member found its contributions right, or said what differs"),
    ASSETS("assets", "Assets", "What was bought or built has an owner"),
    RECORDS("records", "Data and records", "Data, reports and rights are with those who need them"),
    COMMUNICATION("communication", "Communication", "Participants and the public know that it ends, and whom to ask"),
    FINAL_REVIEW("finalReview", "Joint final review", "The partners looked back together"),
    LESSONS("lessons", "Lessons", "Each member shared what it learned"),
    LETTER("letter", "Letter", "The letter to all members is agreed"),
    CELEBRATION("celebration", "Celebration", "The partners thanked each other");

    private final String key;
    private final String label;
    private final String question;

    ClosingItem(String key, String label, String question) {
        this.key = key;
        this.label = label;
        this.question = question;
    }

    /** As written in forms. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public String question() {
        return question;
    }

    public static ClosingItem of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst()
                .orElseThrow(() -> new Refusal("Please name an item of the closing list."));
    }
}
