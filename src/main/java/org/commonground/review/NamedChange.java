package org.commonground.review;

import static java.util.stream.Collectors.toSet;
import static org.commonground.foundation.Words.maybe;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.Topic;

/**
 * What partners name with the way they choose, so that the matter which follows knows what it is about.
 *
 * @param topics  which shall be agreed anew; none unless they renegotiate
 * @param joining who or which role is missing, in words; null unless who takes part changes and somebody shall join
 * @param leaving partners that the others shall decide on; none unless who takes part changes
 */
public record NamedChange(Set<Topic> topics, String joining, Set<OrganisationId> leaving) {

    /** Most ways need no name. */
    public static final NamedChange NONE = new NamedChange(Set.of(), null, Set.of());

    public NamedChange {
        topics = topics.isEmpty() ? Set.of() : EnumSet.copyOf(topics);
        joining = maybe(joining);
        leaving = Set.copyOf(leaving);
    }

    /** Only what belongs to this way: whoever changed its mind in the form may have named more. */
    public NamedChange with(WayForward way) {
        return switch (way) {
            case RENEGOTIATE -> new NamedChange(topics, null, Set.of());
            case MEMBERSHIP -> new NamedChange(Set.of(), joining, leaving);
            default -> NONE;
        };
    }

    /** Refuses a way that says nothing without a name. */
    void expectEnough(WayForward way) {
        Refusal.unless(way != WayForward.RENEGOTIATE || !topics.isEmpty(), "Please choose which topics shall be agreed anew.");
        Refusal.unless(way != WayForward.MEMBERSHIP || joining != null || !leaving.isEmpty(),
                "Please say who should join, or which partner should leave.");
    }

    /** All that those named who chose this way; who shall join in the words of each. */
    static NamedChange of(WayForward way, Collection<CastVote> votes) {
        List<CastVote> chosen = votes.stream().filter(cast -> cast.vote().way() == way).toList();
        String joining = chosen.stream().filter(cast -> cast.vote().named().joining() != null)
                .map(cast -> "%s: %s".formatted(cast.name(), cast.vote().named().joining())).collect(Collectors.joining("\n"));
        return new NamedChange(chosen.stream().flatMap(cast -> cast.vote().named().topics().stream()).collect(toSet()), joining,
                chosen.stream().flatMap(cast -> cast.vote().named().leaving().stream()).collect(toSet())).with(way);
    }

    /** As tables keep it; null where there are none. */
    String topicKeys() {
        return topics.isEmpty() ? null : topics.stream().map(Topic::key).collect(Collectors.joining(","));
    }

    /** As tables keep it; null where there are none. */
    String leavingCodes() {
        return leaving.isEmpty() ? null : leaving.stream().map(OrganisationId::code).sorted().collect(Collectors.joining(" "));
    }

    static NamedChange read(String topics, String joining, String leaving) {
        return new NamedChange(Topic.set(topics), joining, leaving == null ? Set.of()
                : Arrays.stream(leaving.split(" ")).map(OrganisationId::new).collect(toSet()));
    }
}
