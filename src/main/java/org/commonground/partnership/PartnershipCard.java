package org.commonground.partnership;

import java.util.Comparator;
import java.util.List;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** All that a form or a picture shows of a partnership. What the aims say is null or empty until they are clarified. */
public record PartnershipCard(PartnershipId id, String title, String practice, String whyTogether, OrganisationId proposer,
        String proposedBy,
        Phase phase, String purpose, List<NumberedObjective> objectives, String targetParticipants, String participationMode,
                ScaleUp scaleUp,
        List<Place> places, String newChallenge, String expertise, Integer horizonMonths, Boolean formalContract, OrganisationId lead,
        String outcome) {

    /** The same after its aims have changed. */
    public PartnershipCard with(ChangedAims aims) {
        return new PartnershipCard(id, aims.title(), practice, whyTogether, proposer, proposedBy, phase, aims.purpose(), aims.objectives(),
                aims.targetParticipants(), aims.participationMode(), scaleUp, aims.places(), newChallenge, expertise, horizonMonths,
                formalContract, lead, outcome);
    }

    /** The numbers of the objectives that are aimed at today. */
    public List<Integer> objectiveNumbers() {
        return objectives.stream().map(NumberedObjective::nr).toList();
    }

    /** The names of its areas. */
    public List<String> areas() {
        return places.stream().map(Place::name).toList();
    }

    /** How the work shall grow, in words; null before the aims are clear. */
    public String growth() {
        return scaleUp == null ? null : scaleUp.inWords();
    }

    /** One level above the highest of its areas: where work that outgrows them is decided. */
    public Level nextLevel() {
        Level highest = places.stream().map(Place::level).min(Comparator.naturalOrder()).orElse(Level.LOCAL);
        return highest == Level.LOCAL ? Level.STATE : Level.NATIONAL;
    }
}
