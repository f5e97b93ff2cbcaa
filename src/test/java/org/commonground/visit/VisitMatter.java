package org.commonground.visit;

import java.util.Set;

import org.commonground.foundation.OrganisationId;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterKind;
import org.commonground.matter.Occasion;
import org.springframework.stereotype.Component;

/** A partner asks the others to come and see, before the agreement and in force, several at once; why stays with the host. */
@Component
class VisitMatter implements MatterKind {

    @Override
    public String key() {
        return "visit";
    }

    @Override
    public String label() {
        return "A visit to the fields";
    }

    @Override
    public String choice() {
        return "A visit: the others come and see your fields";
    }

    @Override
    public String consequence() {
        return "Everybody is asked to come, and says what was to be seen.";
    }

    @Override
    public String room() {
        return "visit";
    }

    @Override
    public Set<Occasion> occasions() {
        return Set.of(Occasion.BEFORE_IN_FORCE, Occasion.IN_FORCE);
    }

    @Override
    public boolean severalAtOnce() {
        return true;
    }

    @Override
    public boolean maySeeWhy(MatterCard matter, OrganisationId member) {
        return member.equals(matter.raisedBy());
    }

    @Override
    public String verb() {
        return "asks for";
    }

    @Override
    public String announced() {
        return "You are asked to come";
    }

    @Override
    public String next() {
        return "The host names the day.";
    }

    @Override
    public String openAtTheEnd(MatterCard matter, String raiser) {
        return "The visit to %s is not over.".formatted(raiser);
    }
}
