package org.commonground.vision.process;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

import org.commonground.engine.Choice;
import org.commonground.foundation.OrganisationId;

/** Partners as people read and choose them. */
final class NamesOf {

    private NamesOf() {
    }

    /** One after the other; null where there is nobody. */
    static String all(List<OrganisationId> partners, Map<OrganisationId, String> names) {
        return partners.isEmpty() ? null : partners.stream().map(names::get).collect(joining(", "));
    }

    static List<Choice> choices(List<OrganisationId> partners, Map<OrganisationId, String> names) {
        return partners.stream().map(partner -> new Choice(names.get(partner), partner.code())).toList();
    }
}
