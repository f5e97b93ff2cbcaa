package org.commonground.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.OrganisationId;

/**
 * What an organisation looks at before it signs.
 *
 * @param signers      user ids and names of its people who have a mandate today
 * @param changes      against the version that was out for signature before
 * @param terms        rule and what is agreed, in pairs
 * @param reservations with which partners stand aside
 * @param text         the whole of it
 * @param signatures   that were given under it so far
 * @param joins        whether who signs it joins by that
 */
public record ToSign(VersionCard version, Map<String, String> signers, List<Party> parties, List<Change> changes, List<List<String>> terms,
        List<Aside> reservations, List<Clause> text, List<Given> signatures, boolean joins) {

    /** Names of its people who have a mandate today. */
    public List<String> maySign() {
        return signers.values().stream().distinct().toList();
    }

    /** @param topic as the text is headed */
    public record Aside(String topic, String partner, String words) {
    }

    /**
     * The signature of one organisation.
     *
     * @param on the day that it was where the organisation is
     */
    public record Given(OrganisationId organisation, String person, LocalDate on) {
    }
}
