package org.commonground.candidate;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;

/**
 * A candidate and everything known of it so far; what is not known yet is null.
 *
 * @param asked   the seats it is asked for; empty for a convener whose roles were not named yet
 * @param why     what its invitation says, or null
 * @param profileChangedOn when it stated its profile anew; null where it did not
 * @param remark  why it declined, or why the search went on without it
 */
public record Candidate(UUID nomination, OrganisationId organisation, String name, boolean convener, CandidateState state,
        List<SeatIn> asked, String why, LocalDate nominatedOn, String remark, Profile profile, LocalDate profileChangedOn,
        Assessment assessment, Fit fit) {

    /** Whether it can be chosen. */
    public boolean isThere() {
        return state == CandidateState.RATED;
    }

    /** The seats it is asked for, in words. */
    public String askedInWords() {
        return inWords(asked);
    }

    /** Whether it brings the others together, and its roles are not named yet. */
    public boolean isUnnamed() {
        return convener && asked.isEmpty();
    }

    /** The seats it takes when this is decided about it. */
    public List<SeatIn> seats(PartnerFit decided) {
        return switch (decided) {
            case INCLUDE, STRENGTHEN_FIRST -> isAskedAsAllyOnly() ? asked : asked.stream().filter(seat -> seat.role() != Role.ALLY)
                    .toList();
            case OBSERVE_AS_ALLY -> List.of(new SeatIn(Role.ALLY, asked.get(0).level(), null, null));
            case DECLINE, COORDINATOR_DECIDES -> List.of();
        };
    }

    /** What it is to the partnership when this is decided about it; null when it is left out. */
    public Standing standing(PartnerFit decided) {
        return switch (decided) {
            case INCLUDE, STRENGTHEN_FIRST -> isAskedAsAllyOnly() ? Standing.ALLY : Standing.PARTNER;
            case OBSERVE_AS_ALLY -> Standing.ALLY;
            case DECLINE, COORDINATOR_DECIDES -> null;
        };
    }

    private boolean isAskedAsAllyOnly() {
        return asked.stream().allMatch(seat -> seat.role() == Role.ALLY);
    }

    /** Several seats in words. */
    public static String inWords(List<SeatIn> seats) {
        return seats.isEmpty() ? "not named yet" : seats.stream().map(SeatIn::inWords).collect(joining("; "));
    }
}
