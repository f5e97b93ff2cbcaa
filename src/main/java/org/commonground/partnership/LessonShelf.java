package org.commonground.partnership;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** The lessons of all partnerships, each as far as it is for whoever asks. The room that keeps them answers. */
public interface LessonShelf {

    /** How many stand on one page. */
    int PAGE = 20;

    /**
     * Those in which at least one of these words stands, the best first; without a word all, the youngest first.
     *
     * @param page from 0
     */
    Found search(String words, Reader reader, int page);

    /** Empty for one that is not for the reader, as for one that does not exist. */
    Optional<Opened> find(UUID id, Reader reader);

    /** Lets it go to all who use this house, as far as it is the reader's to say. */
    void share(UUID id, Reader reader);

    /** Keeps it within its partnership; any of its partners may. */
    void narrow(UUID id, String reason, Reader reader);

    /** Takes it out of the house for good; only who told it may. */
    void withdraw(UUID id, String reason, Reader reader);

    /**
     * Who reads.
     *
     * @param own   the organisations the person belongs to
     * @param staff whether the person serves all partnerships
     */
    record Reader(String user, Collection<OrganisationId> own, boolean staff) {
    }

    /**
     * Where a lesson comes from.
     *
     * @param partnership null, as its title, for who does not know that partnership
     */
    record Source(PartnershipId partnership, String title, String organisation, int year) {
    }

    record Hit(UUID id, String words, List<String> tags, Source source) {
    }

    record Found(List<Hit> hits, int all) {
    }

    /**
     * One lesson, and what its reader may do.
     *
     * @param review      in which review it was told; 0 at the end: then it says more than what was learned
     * @param inside      whether the reader belongs to its partnership or serves it, and so reads who keeps it there
     * @param shared      whether all who use this house may read it
     * @param kept        who keeps it within the partnership, with the reason
     * @param withdrawn   why it was withdrawn, or null
     */
    record Opened(UUID id, String worked, String setting, String failed, String evidence, List<String> tags, Source source, int review,
            boolean inside, boolean shared, List<Kept> kept, String withdrawn, boolean mayShare, boolean mayNarrow, boolean mayWithdraw) {
    }

    record Kept(String organisation, String reason, String since) {
    }
}
