package org.commonground.home;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.commonground.engine.SentAnswer.Said;
import org.commonground.foundation.OrganisationId;

/**
 * What somebody sent, as it is kept.
 *
 * @param box  null for a form that began a case
 * @param asked groups whose turn it was
 */
public record KeptAnswer(String id, String form, String label, String box, String instance, String caseNumber,
        OrganisationId organisation, Set<String> asked, String person, Instant at, List<Said> said) {

    /** By those who could have sent it and still could; where no group was asked, by whoever sent it and still belongs to somebody. */
    public boolean mayBeReadBy(String user, Collection<String> groups) {
        return asked.isEmpty() ? person.equals(user) && !groups.isEmpty() : !Collections.disjoint(asked, groups);
    }

    public boolean beganCase() {
        return box == null;
    }
}
