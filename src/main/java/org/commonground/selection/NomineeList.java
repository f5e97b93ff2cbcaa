package org.commonground.selection;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.commonground.candidate.Candidate;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.OrganisationCard;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.SeatIn;

/**
 * Those who are nominated now, each with the seats it is asked for.
 *
 * @param fresh the new ones among them, each with the id of its nomination
 */
record NomineeList(Map<UUID, Nominee> fresh, Map<UUID, List<SeatIn>> seats) {

    /** Who cannot be nominated, registered or not: members, and those who are in question in another open search of the partnership. */
    record Taken(Set<OrganisationId> members, Set<OrganisationId> elsewhere) {

        boolean isFree(OrganisationId id) {
            return !members.contains(id) && !elsewhere.contains(id);
        }

        void expectFree(OrganisationId id, String name) {
            Refusal.unless(!members.contains(id), "%s is in this partnership already.".formatted(name));
            Refusal.unless(!elsewhere.contains(id), "%s is a candidate in another search of this partnership already.".formatted(name));
        }
    }

    /**
     * Refuses who is a candidate or there already, who is not in the registry, and whose role nobody named.
     *
     * @param registered finds the card of an organisation that may take part, or null
     * @param candidates the card of one that is a candidate already, whatever became of its registration
     */
    static NomineeList of(List<Nominee> nominees, List<Candidate> known, Taken taken, List<NeededRole> needed,
            Function<OrganisationId, OrganisationCard> registered, Function<OrganisationId, OrganisationCard> candidates) {
        Map<OrganisationId, Candidate> before = known.stream().collect(toMap(Candidate::organisation, Function.identity()));
        Map<UUID, Nominee> fresh = new LinkedHashMap<>();
        Map<UUID, List<SeatIn>> seats = new LinkedHashMap<>();
        Map<OrganisationId, UUID> named = new LinkedHashMap<>();
        for (Nominee nominee : nominees) {
            OrganisationId id = nominee.organisation();
            Candidate candidate = before.get(id);
            OrganisationCard card = candidate == null ? registered.apply(id) : candidates.apply(id);
            String name = card == null ? id.code() : card.name();
            UUID nomination = candidate == null ? UUID.randomUUID() : candidate.nomination();
            Refusal.unless(named.put(id, nomination) == null,
                    "%s stands there twice. Please name it once, with all the roles it is asked for.".formatted(name));
            Refusal.unless(candidate == null || candidate.isUnnamed(), "%s is a candidate already.".formatted(name));
            if (candidate == null) {
                taken.expectFree(id, name);
            }
            Refusal.unless(card != null, "%s is not verified in the registry, so it cannot be nominated yet.".formatted(name));
            seats.put(nomination, seatsFor(nominee, card, needed));
            if (candidate == null) {
                fresh.put(nomination, nominee);
            }
        }
        String unnamed = known.stream().filter(Candidate::isUnnamed).filter(convener -> !named.containsKey(convener.organisation()))
                .map(Candidate::name).collect(joining(" and "));
        Refusal.unless(unnamed.isEmpty(), "%s brings this partnership together. Please also name its role.".formatted(unnamed));
        return new NomineeList(fresh, seats);
    }

    private static List<SeatIn> seatsFor(Nominee nominee, OrganisationCard card, List<NeededRole> needed) {
        List<SeatIn> asNeeded = needed.stream().filter(role -> nominee.neededRoles().contains(role.id())).map(NeededRole::seat).toList();
        Refusal.unless(asNeeded.size() == nominee.neededRoles().size(), "The needed roles have changed. Please open the form again.");
        // Where nobody asked for a level, the organisation's widest one is meant.
        Level widest = card.levels().stream().min(Comparator.naturalOrder()).orElse(Level.NATIONAL);
        Stream<SeatIn> further = nominee.furtherRoles().stream().sorted().map(role -> new SeatIn(role, widest, null, null));
        List<SeatIn> seats = Stream.concat(asNeeded.stream(), further).distinct().toList();
        Refusal.unless(!seats.isEmpty(), "Please say for which role %s is asked.".formatted(card.name()));
        return seats;
    }
}
