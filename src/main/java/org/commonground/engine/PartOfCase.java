package org.commonground.engine;

import java.util.Optional;

/** Which part of a case a form is about, offered by the room that knows: it stands at the top of the form instead of the phase. */
public interface PartOfCase {

    /** In words, such as "Amendment A1"; empty where the form is about the whole case. */
    Optional<String> inWords(StepContext context);
}
