package org.commonground.talks;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.commonground.dispute.DisputeEnding;
import org.commonground.foundation.OrganisationId;

/**
 * What the sides of a dispute said on its rung, the last word of each: whether they are of one mind.
 *
 * @param last   the last word of each side that spoke and is still there
 * @param sides  all that are still there
 * @param listed the words that list what shall be done
 */
record Mind(Map<OrganisationId, SpokenWord> last, Collection<OrganisationId> sides, Set<UUID> listed) {

    /** @param words of one rung, in their order */
    static Mind of(List<SpokenWord> words, Collection<OrganisationId> sides, Set<UUID> listed) {
        Map<OrganisationId, SpokenWord> last = new HashMap<>();
        words.stream().filter(word -> word.stand() != null && sides.contains(word.organisation()))
                .forEach(word -> last.put(word.organisation(), word));
        return new Mind(last, sides, listed);
    }

    /** Whether nobody is waited for any more. */
    boolean isOne() {
        return settled().isPresent() || parting().isPresent() || all(Stand.MOVE_ON);
    }

    /** All call it settled, in the same way, each knowing the last list of what shall be done. */
    Optional<DisputeEnding> settled() {
        Set<DisputeEnding> endings = last.values().stream().map(SpokenWord::ending).filter(one -> one != null)
                .collect(Collectors.toSet());
        if (!all(Stand.SETTLED) || endings.size() != 1) {
            return Optional.empty();
        }
        Optional<SpokenWord> list = list();
        boolean known = list.isEmpty() || last.values().stream().filter(word -> word != list.get())
                .allMatch(word -> word.nr() > list.get().nr());
        return known ? Optional.of(endings.iterator().next()) : Optional.empty();
    }

    /** The last word that lists what shall be done. */
    Optional<SpokenWord> list() {
        return last.values().stream().filter(word -> listed.contains(word.id())).max(Comparator.comparing(SpokenWord::nr));
    }

    /** Who leaves or would close rather than go on. */
    Optional<SpokenWord> parting() {
        return last.values().stream().filter(word -> word.stand() == Stand.LEAVE || word.stand() == Stand.CLOSE)
                .min(Comparator.comparing(SpokenWord::nr));
    }

    /** Whether another side has said something since this one spoke. */
    boolean isBehind(OrganisationId side) {
        SpokenWord own = last.get(side);
        return own == null || last.values().stream().anyMatch(word -> word.nr() > own.nr());
    }

    /** Whom all sides accept, by the name as one of them wrote it. */
    Optional<String> accepted() {
        List<String> named = last.values().stream().sorted(Comparator.comparing(SpokenWord::nr)).map(SpokenWord::named)
                .filter(one -> one != null).toList();
        return !named.isEmpty() && named.size() == sides.size()
                && named.stream().allMatch(one -> new Neutral(one).isSameAs(new Neutral(named.get(0)))) ? Optional.of(named.get(0))
                        : Optional.empty();
    }

    private boolean all(Stand stand) {
        return last.keySet().containsAll(sides) && last.values().stream().allMatch(word -> word.stand() == stand);
    }
}
