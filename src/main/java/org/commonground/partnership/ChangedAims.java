package org.commonground.partnership;

import static org.commonground.foundation.Words.said;

import java.util.List;

import org.commonground.foundation.Refusal;

/**
 * What a partnership is called and for, whole, after something of it was changed. Objectives keep their numbers; who leaves one out gives
 * it up, and one without a number is new.
 */
public record ChangedAims(String title, String purpose, List<NumberedObjective> objectives, String targetParticipants,
        String participationMode, List<Place> places) {

    public ChangedAims {
        title = said(title, "Please give the partnership a title.");
        purpose = said(purpose, "Please say what the partnership is for.");
        Refusal.unless(!objectives.isEmpty(), "Please keep at least one objective: what shall be reached?");
        Refusal.unless(!places.isEmpty(), "Please keep at least one area: where is the work done?");
        objectives = List.copyOf(objectives);
        places = List.copyOf(places);
    }

    /** As it is today. */
    public static ChangedAims of(PartnershipCard card) {
        return new ChangedAims(card.title(), card.purpose(), card.objectives(), card.targetParticipants(), card.participationMode(),
                card.places());
    }
}
