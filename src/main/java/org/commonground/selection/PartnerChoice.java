package org.commonground.selection;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.PartnerFit;
import org.commonground.document.Alphabet;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.OrganisationCard;
import org.commonground.partnership.Coverage;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.Place;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;

/** What is decided about every candidate that is there. Refuses what does not make a partnership. */
record PartnerChoice(Map<Candidate, Decision> decided) {

    /** Exactly one decision about each of the candidates. */
    static PartnerChoice of(List<Candidate> there, List<Decision> decisions) {
        Map<OrganisationId, Candidate> known = there.stream().collect(toMap(Candidate::organisation, Function.identity()));
        Map<Candidate, Decision> decided = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            Candidate candidate = known.get(decision.organisation());
            Refusal.unless(candidate != null,
                    "%s is no candidate that could be chosen. Please open the form again.".formatted(decision.organisation()));
            Refusal.unless(decided.put(candidate, decision) == null,
                    "There are two decisions about %s. Please keep one.".formatted(candidate.name()));
            mayBecome(candidate, decision);
        }
        String open = there.stream().filter(not(decided::containsKey)).map(Candidate::name).collect(joining(", "));
        Refusal.unless(open.isEmpty(), "Please also decide about %s.".formatted(open));
        return new PartnerChoice(decided);
    }

    /** Refuses a decision that nobody took, and one whose reason is missing. */
    private static void mayBecome(Candidate candidate, Decision decision) {
        Refusal.unless(decision.outcome() != PartnerFit.COORDINATOR_DECIDES, "Please decide about %s.".formatted(candidate.name()));
        Refusal.unless(decision.reason() != null || decision.outcome() != PartnerFit.DECLINE,
                "Please say why %s is declined: it will read the reason.".formatted(candidate.name()));
        Refusal.unless(decision.reason() != null || decision.outcome() == candidate.fit().recommended(),
                "The fit of %s is “%s”. Please say why you decide otherwise."
                        .formatted(candidate.name(), candidate.fit().recommended().label()));
    }

    /**
     * Refuses what does not make a partnership or adds nobody to the one that is there, and what leaves a role open for which somebody was
     * looked for.
     *
     * @param asked    everybody who was nominated, whatever became of it
     * @param waived   needed roles that the partnership goes on without
     * @param registry the cards of all candidates
     */
    void mayBe(RolesToFill roles, List<Candidate> asked, Set<UUID> waived, List<Place> places,
            Map<OrganisationId, OrganisationCard> registry) {
        boolean founding = roles.purpose() == SearchPurpose.FOUNDING;
        Refusal.unless(founding || decided.entrySet().stream().anyMatch(one -> one.getKey().standing(one.getValue().outcome()) != null),
                "Nobody is chosen. Please choose a candidate, look for more, or end this search.");
        Coverage chosen = new Coverage(seatsOfPartners(registry), registry);
        Coverage together = roles.there().with(chosen);
        mayLeaveOpen(roles.needed(), roles.toBeTaken(asked), waived, together);
        String strange = roles.toHaveLocalPartner(places).stream().filter(not(together::hasLocalPartner)).map(Place::name)
                .collect(joining(", "));
        Refusal.unless(strange.isEmpty(), ("Still missing: a local partner in %s. The work is new there, and somebody local must adapt it: "
                + "choose one, or look for more candidates.").formatted(strange));
        Refusal.unless(!founding || chosen.seats().size() >= SelectionService.FEWEST,
                "A partnership has at least two full partners. Please include another candidate, or look for more.");
    }

    private Map<OrganisationId, List<SeatIn>> seatsOfPartners(Map<OrganisationId, OrganisationCard> registry) {
        Map<OrganisationId, List<SeatIn>> seats = new LinkedHashMap<>();
        decided.forEach((candidate, decision) -> {
            List<SeatIn> taken = decision.seats(candidate, registry.get(candidate.organisation()));
            Refusal.unless(decision.belongs() == null || taken.stream().anyMatch(seat -> seat.belongs() != null),
                    "%s takes no role for which it has to be said how it belongs there. Please empty that field.".formatted(
                    candidate.name()));
            Alphabet.expectPrintable("How %s belongs there".formatted(candidate.name()), decision.belongs());
            if (candidate.standing(decision.outcome()) == Standing.PARTNER) {
                seats.put(candidate.organisation(), taken);
            }
        });
        return seats;
    }

    private static void mayLeaveOpen(List<NeededRole> needed, List<NeededRole> toBeTaken, Set<UUID> waived, Coverage coverage) {
        List<NeededRole> missing = new ArrayList<>();
        Set<UUID> unknown = new HashSet<>(waived);
        for (NeededRole role : needed) {
            boolean waivedNow = unknown.remove(role.id());
            boolean taken = coverage.isTaken(role);
            Refusal.unless(!waivedNow || !taken,
                    "“%s” is taken, so it needs no waiver. Please remove that line.".formatted(role.inWords()));
            if (!taken && !waivedNow && role.waiver() == null && toBeTaken.contains(role)) {
                missing.add(role);
            }
        }
        Refusal.unless(unknown.isEmpty(), "The needed roles have changed. Please open the form again.");
        String doubts = coverage.doubts(missing);
        Refusal.unless(missing.isEmpty(), "Still missing: %s.%s %s".formatted(
                missing.stream().map(NeededRole::inWords).collect(joining("; ")), doubts, doubts.isEmpty()
                ? "Choose a candidate for it, look for more candidates, or go on without it and say why."
                : "Say how it belongs there, choose another candidate, look for more, or go on without it and say why."));
    }

    /** The decisions by nomination. */
    Map<UUID, Decision> byNomination() {
        Map<UUID, Decision> rows = new LinkedHashMap<>();
        decided.forEach((candidate, decision) -> rows.put(candidate.nomination(), decision));
        return rows;
    }
}
