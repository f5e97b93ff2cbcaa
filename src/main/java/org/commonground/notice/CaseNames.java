package org.commonground.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.commonground.engine.Heading;
import org.commonground.foundation.OrganisationId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts names beside numbers when a notice is written out, so that a click need not look them up. */
@Component
class CaseNames {

    private final ObjectProvider<Heading> headings;
    private final AddressBook addresses;

    CaseNames(ObjectProvider<Heading> headings, AddressBook addresses) {
        this.headings = headings;
        this.addresses = addresses;
    }

    /** The data, with {@code caseTitle} beside {@code caseNumber} and {@code organisationName} beside {@code organisation}. */
    Map<String, Object> beside(Map<String, Object> data) {
        Map<String, Object> named = new HashMap<>(data);
        if (data.get("caseNumber") instanceof String number && data.get("caseTitle") == null) {
            titleOf(number).ifPresent(title -> named.put("caseTitle", title));
        }
        if (data.get("organisation") instanceof String code) {
            named.put("organisationName", addresses.nameOf(Audience.organisation(new OrganisationId(code))));
        }
        return named;
    }

    private Optional<String> titleOf(String number) {
        return headings.orderedStream().map(heading -> heading.of(number)).flatMap(Optional::stream).map(Heading.Line::title).findFirst();
    }
}
