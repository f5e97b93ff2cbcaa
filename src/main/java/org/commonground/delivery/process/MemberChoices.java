package org.commonground.delivery.process;

import java.util.List;
import java.util.Map;

import org.commonground.engine.Choice;
import org.commonground.foundation.OrganisationId;

/** The members of the partnership to choose from. */
final class MemberChoices {

    private MemberChoices() {
    }

    static List<Choice> of(Map<OrganisationId, String> names) {
        return names.entrySet().stream().map(member -> new Choice(member.getValue(), member.getKey().code())).toList();
    }
}
