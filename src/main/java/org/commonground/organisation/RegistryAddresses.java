package org.commonground.organisation;

import java.util.Collection;
import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.notice.OrganisationAddresses;
import org.commonground.notice.Recipient;
import org.springframework.stereotype.Component;

/** Where the people of organisations get their mail: as the registry has it, with an account and without. */
@Component
class RegistryAddresses implements OrganisationAddresses {

    private final OrganisationService organisations;

    RegistryAddresses(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public List<Recipient> inGroup(OrganisationId organisation, String seat) {
        List<Person> all = organisations.peopleIn(organisation);
        List<Person> seated = all.stream().filter(person -> person.roles().stream().map(Role::suffix).anyMatch(seat::equals)).toList();
        // Like the tasks: what is for a seat that has nobody is for the whole organisation.
        return recipients(seated.isEmpty() ? all : seated);
    }

    @Override
    public List<Recipient> focalPoints(OrganisationId organisation) {
        return recipients(organisations.peopleIn(organisation).stream().filter(Person::focalPoint).toList());
    }

    @Override
    public String nameOf(OrganisationId organisation) {
        return organisations.card(organisation).name();
    }

    private static List<Recipient> recipients(Collection<Person> people) {
        return people.stream().map(person -> new Recipient(person.name(), person.email())).toList();
    }
}
