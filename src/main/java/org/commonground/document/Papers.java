package org.commonground.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/**
 * The papers that a room makes of a partnership. They are listed on the partnership's page of papers, and each has an address of its
 * own: on the shelf {@code agreements} it is {@code /agreements/P-2026-0007/1}. Whoever belongs to the partnership reads them
 * ({@link Readership}).
 */
public interface Papers {

    /** The first word of their addresses. */
    String shelf();

    /** What stands over them on the page of papers. */
    String heading();

    /** What is said while there is none; empty where then the heading goes too. */
    default Optional<String> whileThereIsNone() {
        return Optional.empty();
    }

    /** Those of a partnership, in the order in which people find them. */
    List<Listed> of(PartnershipId partnership);

    /** What the page of papers says of one besides; it may cost more to find out. */
    default Details details(PartnershipId partnership, int nr) {
        return Details.NONE;
    }

    /** Who alone reads this one; empty where whoever belongs to the partnership does. */
    default Optional<Circle> onlyFor(PartnershipId partnership, int nr) {
        return Optional.empty();
    }

    /** A whole page in HTML, with the words of others escaped. */
    String page(PartnershipId partnership, int nr);

    /** The same as a PDF, asked of one that is printed and not kept. */
    default Printed print(PartnershipId partnership, int nr) {
        throw new NotFound("This paper is not printed.");
    }

    /**
     * One paper.
     *
     * @param nr      counted within the partnership
     * @param mark    where it stands; null where that goes without saying
     * @param words   what it is or what became of it
     * @param pdf     what the link to its PDF says; null where there is none
     * @param kept    its PDF in the store of documents; null where it is printed whenever somebody asks
     * @param alsoFor who reads it without belonging to the partnership
     */
    record Listed(int nr, String title, Mark mark, String words, String pdf, UUID kept, Set<OrganisationId> alsoFor) {

        /** A page without a PDF. */
        public Listed(int nr, String title, String words) {
            this(nr, title, null, words, null, null, Set.of());
        }
    }

    /**
     * Those who alone read a paper.
     *
     * @param organisations whose people do
     * @param persons       user ids of others
     * @param staff         whether those read it too who serve all partnerships
     */
    record Circle(Set<OrganisationId> organisations, Set<String> persons, boolean staff) {
    }

    /** @param words such as {@code Sealed} */
    record Mark(String words, Weight weight) {
    }

    /** How much a paper counts. */
    enum Weight { OPEN, BINDING, VOID }

    /**
     * @param warning     why nobody should rely on it; else null
     * @param hashes      a line for each, such as {@code Hash of the text (SHA-256): 0a1b…}
     * @param differences what differs from the one before; else null
     */
    record Details(String warning, List<String> hashes, Differences differences) {

        public static final Details NONE = new Details(null, List.of(), null);
    }

    /**
     * @param summary such as {@code 2 clauses differ from the version before}
     * @param what    what the rows are, such as {@code Clause}
     */
    record Differences(String summary, String what, List<Difference> rows) {
    }

    /**
     * @param before null where it is new
     * @param after  null where it is gone
     */
    record Difference(String what, String before, String after) {
    }

    record Printed(String fileName, byte[] pdf) {
    }
}
