package org.commonground.selection;

import java.util.Optional;
import java.util.UUID;

/** Where the search of a matter comes from: told by the room in which matters are raised. */
public interface SearchOrigin {

    /** Who raised the matter, when, and why, in a sentence; empty where it is not known. */
    Optional<String> inWords(UUID matter);
}
