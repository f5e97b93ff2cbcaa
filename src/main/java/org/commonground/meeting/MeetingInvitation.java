package org.commonground.meeting;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.commonground.foundation.Refusal;

/**
 * What people are told who are invited.
 *
 * @param hour   in words, with its zone where that differs
 * @param place  or the way to take part from afar
 * @param policy the policy that is hoped for from the guests; null where none is
 */
public record MeetingInvitation(LocalDate on, String hour, String place, String agenda, List<InvitedGuest> guests, String policy) {

    public MeetingInvitation {
        hour = said(hour, "Please say at what time you meet.");
        place = said(place, "Please say where you meet, or how people take part from afar.");
        agenda = said(agenda, "Please say what it will be about.");
        policy = maybe(policy);
        guests = List.copyOf(guests);
        Set<String> named = new HashSet<>();
        guests.forEach(guest -> Refusal.unless(named.add((guest.name() + "|" + guest.from()).toLowerCase(Locale.ROOT)),
                "%s is named twice.".formatted(guest.name())));
        Refusal.unless(policy == null || !guests.isEmpty(), "Please name the guests who could bring this policy about.");
    }
}
