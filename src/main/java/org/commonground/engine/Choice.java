package org.commonground.engine;

import java.util.List;
import java.util.Map;

import org.commonground.foundation.OrganisationId;

/** One entry of a select, checklist, radio or taglist whose choices come from a sheet ({@code valuesKey}). */
public record Choice(String label, String value) {

    /** Organisations to choose from, by their names, in the order given. */
    public static List<Choice> ofOrganisations(Map<OrganisationId, String> names) {
        return names.entrySet().stream().map(one -> new Choice(one.getValue(), one.getKey().code())).toList();
    }
}
