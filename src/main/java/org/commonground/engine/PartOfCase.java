package org.commonground.engine;

import java.util.Optional;

/** Which part of a case a form is about, offered by the room that knows: it stands at the top of the form instead of the phase. */
public interface PartOfCase {

    /** Empty where the form is about the whole case. */
    Optional<Part> of(StepContext context);

    /**
     * @param suffix  what stands behind the number of the case, such as {@code A1}
     * @param inWords such as {@code Amendment A1}
     */
    record Part(String suffix, String inWords) {
    }
}
