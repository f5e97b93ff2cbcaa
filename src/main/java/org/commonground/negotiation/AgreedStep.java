package org.commonground.negotiation;

import java.time.LocalDate;

import org.commonground.foundation.OrganisationId;
import org.commonground.vision.AgendaItem;

/** A step of the agenda of action as a row of a form. */
public record AgreedStep(String what, String who, LocalDate byWhen, String needed) {

    public static AgreedStep of(AgendaItem item) {
        return new AgreedStep(item.what(), item.who().code(), item.byWhen(), item.with());
    }

    AgendaItem item() {
        return new AgendaItem(what, who == null ? null : new OrganisationId(who), byWhen, needed);
    }
}
