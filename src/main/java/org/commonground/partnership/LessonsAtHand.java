package org.commonground.partnership;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/**
 * The lessons that help where people decide, a few, each with the reason why it is there. A step is seen by a whole group and what is made
 * of it by all partners, so nothing comes that only some of them may read. The room that keeps lessons answers.
 */
public interface LessonsAtHand {

    /** More would not be read. */
    int MOST = 5;

    /**
     * Those that all who use the house may read, and those of this partnership itself; the nearest first.
     *
     * @param asker whose step it is; null for whoever serves all
     */
    List<Near> of(PartnershipId partnership, OrganisationId asker);

    /**
     * Keeps on which of these the partnership builds, words and source as they are now. Refused where one may not be read by all any more:
     * whoever joins reads it.
     */
    void buildOn(PartnershipId partnership, Collection<UUID> lessons, String person);

    /** In the order in which they were chosen. */
    List<BuiltOn> builtOn(PartnershipId partnership);

    /**
     * @param words  the beginning of what worked
     * @param source who told it, and in which year
     * @param why    what it shares with the case, in whole sentences
     */
    record Near(UUID lesson, String words, String source, String why) {
    }

    /**
     * @param standing whether it may still be read; of one that may not, words and source are null
     * @param person   who chose it
     */
    record BuiltOn(UUID lesson, Standing standing, String words, String source, String person, Instant at) {

        public enum Standing {
            READABLE, KEPT_INSIDE, WITHDRAWN
        }
    }
}
