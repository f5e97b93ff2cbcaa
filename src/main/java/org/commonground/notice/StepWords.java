package org.commonground.notice;

import java.util.List;

import org.commonground.engine.OpenTask;

/** What a mail says of a step beside its name, told by the room that knows more: one bean for a step. */
public interface StepWords {

    /** Id of its form. */
    String step();

    /** Sentences for whoever is asked, in their order; none where nothing is to be said. */
    List<String> of(OpenTask task);
}
