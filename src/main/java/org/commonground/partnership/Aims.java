package org.commonground.partnership;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;

/**
 * What the partnership is for, said so clearly that the needed roles follow from it.
 *
 * @param participationMode how the target participants take part: without that there is no sustainable capacity development
 * @param newChallenge      what nobody of those present has solved before, or null
 * @param expertise         the kind of expertise the new challenge needs; null without one
 * @param horizonMonths     how long, 3 to 120 months
 * @param formalContract    whether a formal contract is expected
 */
public record Aims(String purpose, List<Objective> objectives, String targetParticipants, String participationMode, ScaleUp scaleUp,
        List<Place> places, String newChallenge, String expertise, int horizonMonths, boolean formalContract, OrganisationId lead) {

    private static final int MOST = MendedAims.MOST_OBJECTIVES;

    public Aims {
        purpose = said(purpose, "Please say what the partnership is for.");
        Refusal.unless(objectives != null && !objectives.isEmpty(),
                "Please add at least one objective: what shall be reached, and how will you see it?");
        Refusal.unless(objectives.size() <= MOST, "At most twelve objectives, please: choose those that matter most.");
        unlike(objectives.stream().map(Objective::wording).toList(), "The objective “%s” stands there twice. Please keep one of them.");
        targetParticipants = said(targetParticipants, "Please say who the target participants are.");
        participationMode = said(participationMode,
                "Please say how the participants take part: without them there is no sustainable capacity development.");
        Refusal.unless(scaleUp != null, "Please choose how the work shall grow.");
        Refusal.unless(places != null && !places.isEmpty(), "Please add at least one area: where will the work be done?");
        Refusal.unless(places.size() <= MOST, "At most twelve areas, please: further areas can join later, as partnerships of their own.");
        unlike(places.stream().map(Place::name).toList(), "The area “%s” stands there twice. Please keep one of them.");
        boolean newPlace = places.stream().anyMatch(place -> !place.workedBefore());
        Refusal.unless(newPlace || !scaleUp.newArea(),
                "You chose “new area”, but in every area you named the work was done before. "
                        + "Please add the new area, or take the choice back.");
        Refusal.unless(scaleUp.newArea() || !newPlace,
                "You named an area where the work was not done before. Please also choose “new area” as a kind of growth.");
        newChallenge = maybe(newChallenge);
        expertise = maybe(expertise);
        Refusal.unless(newChallenge == null || expertise != null, "Please name the kind of expertise that the new challenge needs.");
        Refusal.unless(newChallenge != null || expertise == null,
                "You name an expertise but no new challenge. Please say what it is needed for.");
        Refusal.unless(horizonMonths >= 3 && horizonMonths <= 120, "The horizon is between 3 and 120 months.");
        Refusal.unless(lead != null, "Please choose the lead organisation.");
        objectives = List.copyOf(objectives);
        places = List.copyOf(places);
    }

    private static void unlike(List<String> names, String sentence) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            Refusal.unless(seen.add(name.toLowerCase(Locale.ROOT)), sentence.formatted(name));
        }
    }
}
