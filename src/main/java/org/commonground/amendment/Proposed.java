package org.commonground.amendment;

import java.util.Map;
import java.util.Set;

import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;

/**
 * What somebody would change.
 *
 * @param seen      number of the sealed version that was shown
 * @param subjects  what changes; what the rest says is left alone
 * @param words     of topics that have words of their own
 * @param concerned whom it concerns besides those whose contributions or steps change
 */
public record Proposed(int seen, Set<Topic> subjects, Map<Topic, String> words, Terms terms, Set<OrganisationId> concerned) {

    public Proposed {
        subjects = Set.copyOf(subjects);
        words = Map.copyOf(words);
        concerned = Set.copyOf(concerned);
    }
}
