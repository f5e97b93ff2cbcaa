package org.commonground.closure;

import org.commonground.foundation.Keyed;

/** The closing list: what has to be settled, or left open with a reason, before a partnership is closed. */
public enum ClosingItem implements Keyed {
    OBLIGATIONS("Obligations", "All agreed actions are done and seen"),
    CONTRIBUTIONS("Contributions reconciled", "Each member found its contributions right, or said what differs"),
    ASSETS("Assets", "What was bought or built has an owner"),
    RECORDS("Data and records", "Data, reports and rights are with those who need them"),
    COMMUNICATION("Communication", "Participants and the public know that it ends, and whom to ask"),
    FINAL_REVIEW("Joint final review", "The partners looked back together"),
    LESSONS("Lessons", "Each member shared what it learned"),
    LETTER("Letter", "The letter to all members is agreed"),
    CELEBRATION("Celebration", "The partners thanked each other");

    private final String label;
    private final String question;

    ClosingItem(String label, String question) {
        this.label = label;
        this.question = question;
    }

    /** Rows of a form name an item as people read it. */
    @Override
    public String key() {
        return label;
    }

    @Override
    public String label() {
        return label;
    }

    public String question() {
        return question;
    }
}
