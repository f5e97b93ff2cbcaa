package org.commonground.meeting;

import java.time.LocalDate;
import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * Members and guests are invited to a meeting.
 *
 * @param hour      null where nobody said one
 * @param languages in which the partners speak with each other, as agreed
 * @param channel   by which way they inform each other, as agreed
 * @param guests    who comes besides, in words
 * @param policy    that is hoped for; null where none is
 * @param inTime    whether somebody wrote the invitation; else it says what was agreed
 * @param addressed the guests who get a mail
 * @param invited   the members
 */
public record MeetingInvited(PartnershipId partnership, String title, LocalDate on, String hour, String place, String agenda,
        String languages, String channel, List<String> guests, String policy, boolean inTime, List<InvitedGuest> addressed,
        List<OrganisationId> invited) implements PartnershipFact {
}
