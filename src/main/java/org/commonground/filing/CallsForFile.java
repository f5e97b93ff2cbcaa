package org.commonground.filing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps that call for a file: who comes from there is offered what fits, and the file keeps where it came from. */
public enum CallsForFile {
    WRITE_MINUTES("Write minutes", FiledKind.MINUTES),
    REPORT_PROGRESS("Report progress", FiledKind.REPORT),
    CONFIRM_INSTALMENT("Confirm instalment", FiledKind.RECEIPT),
    SIGN_AGREEMENT("Sign agreement", FiledKind.SIGNATURE),
    COMPLETE_REGISTRATION("Complete registration", FiledKind.REGISTRATION),
    RENEW_REGISTRATION("Renew registration", FiledKind.REGISTRATION);

    private final String label;
    private final FiledKind kind;

    CallsForFile(String label, FiledKind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** The step with this form; empty where it calls for no file. */
    public static Optional<CallsForFile> of(String form) {
        return Arrays.stream(values()).filter(one -> one.form().equals(form)).findFirst();
    }

    /** The id of its form. */
    public String form() {
        return label.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** As it stands on the box. */
    public String label() {
        return label;
    }

    public FiledKind kind() {
        return kind;
    }
}
