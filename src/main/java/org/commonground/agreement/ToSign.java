package org.commonground.agreement;

import java.util.List;

/**
 * What an organisation looks at before it signs.
 *
 * @param maySign      names of its people who have a mandate today
 * @param changes      against the version that was out for signature before
 * @param terms        rule and what is agreed, in pairs
 * @param reservations with which partners stand aside
 */
public record ToSign(VersionCard version, List<String> maySign, List<Party> parties, List<Change> changes, List<List<String>> terms,
        List<Aside> reservations) {

    /** @param topic as the text is headed */
    public record Aside(String topic, String partner, String words) {
    }
}
