package org.commonground.negotiation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.commonground.foundation.OrganisationId;

/**
 * A topic as it is on the table.
 *
 * @param nr         the number of its newest wording
 * @param positions  on that wording, of those who are still there
 * @param reopenings of that wording
 * @param terms      that go with the wording, in words
 */
public record OpenTopic(Topic topic, int nr, String wording, List<String> terms, List<Stated> positions, List<Reopening> reopenings) {

    /**
     * @param changedOn when it said so anew within the round; null where it did not
     * @param asking    the number of the asking in which it said so
     */
    public record Stated(OrganisationId organisation, PositionKind kind, String words, LocalDate changedOn, int asking) {
    }

    /** @param organisation whose second thoughts it is; null where they are the coordinator's */
    public record Reopening(OrganisationId organisation, String words) {
    }

    /** It has the words that it came to the table with. */
    public boolean isFirst() {
        return nr == 1;
    }

    /** Somebody objects, proposes something else or thinks again: new words are needed. */
    public boolean isContested() {
        return !reopenings.isEmpty() || positions.stream().anyMatch(position -> !position.kind().agrees());
    }

    boolean isAgreedBy(List<OrganisationId> parties) {
        return !isContested() && positions.stream().map(Stated::organisation).toList().containsAll(parties);
    }

    /** Whether this party can live with the newest wording. */
    public boolean isAcceptedBy(OrganisationId party) {
        return positionOf(party).filter(position -> position.kind().agrees()).isPresent();
    }

    /** @param rounds in which it was talked about */
    AgreedTopic agreedAfter(int rounds) {
        return new AgreedTopic(topic, wording, positions.stream().filter(position -> position.kind() == PositionKind.STAND_ASIDE)
                .map(position -> new Reservation(position.organisation(), position.words())).toList(), rounds);
    }

    /** Whether this party is asked about it this time: it has said nothing to the newest wording, or only now. */
    boolean isAsked(OrganisationId party, int asking) {
        return positionOf(party).map(position -> position.asking() == asking).orElse(true);
    }

    /** What this party said to the newest wording. */
    public Optional<Stated> positionOf(OrganisationId party) {
        return positions.stream().filter(position -> position.organisation().equals(party)).findFirst();
    }
}
