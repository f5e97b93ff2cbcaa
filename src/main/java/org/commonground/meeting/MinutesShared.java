package org.commonground.meeting;

import java.time.LocalDate;
import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * What was said in a meeting is told, or that nobody came.
 *
 * @param on         when it was held, or should have been
 * @param nobodyCame what kept people away; null where it was held
 * @param present    who was there, in words; members and guests
 * @param words      the minutes
 * @param actions    who does what until when
 * @param policies   what became of policies that earlier meetings hoped for
 * @param further    workshops and seminars on which it agreed
 * @param readers    the members who were invited
 */
public record MinutesShared(PartnershipId partnership, String title, LocalDate on, String nobodyCame, String present, String words,
        List<String> decisions, List<String> actions, List<String> policies, List<String> further, List<OrganisationId> readers)
        implements PartnershipFact {
}
