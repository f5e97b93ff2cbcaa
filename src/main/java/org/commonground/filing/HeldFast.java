package org.commonground.filing;

import java.util.Optional;
import java.util.UUID;

/** A later room relies on a file. */
public interface HeldFast {

    /** Why it can be neither taken back nor replaced, in a sentence; empty where it can. */
    Optional<String> why(UUID filed);
}
