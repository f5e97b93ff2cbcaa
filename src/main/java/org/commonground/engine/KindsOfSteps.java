package org.commonground.engine;

import org.springframework.stereotype.Component;

/** What the pages may know of a step by the id of its form. */
@Component
public class KindsOfSteps {

    private final Steps steps;

    KindsOfSteps(Steps steps) {
        this.steps = steps;
    }

    /** Whether its answers carry no name. */
    public boolean isUnattributed(String form) {
        return steps.isUnattributed(form);
    }

    /** Whether nobody looks at it, nor learns who is asked, but those whom it is for. */
    public boolean isConfidential(String form) {
        return steps.isConfidential(form);
    }

    /** Whether an organisation may answer it once more while its round is open. */
    public boolean isAnsweredAnew(String form) {
        return steps.isAnsweredAnew(form);
    }
}
