package org.commonground.notice;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Organisations' people as the registry knows them, staff as their accounts do. */
@Component
class HouseAddressBook implements AddressBook {

    private static final Pattern ORGANISATION = Pattern.compile("org([A-Z][a-z0-9]+)(\\w*)");

    private final OrganisationService organisations;
    private final ObjectProvider<StaffAddresses> accounts;

    HouseAddressBook(OrganisationService organisations, ObjectProvider<StaffAddresses> accounts) {
        this.organisations = organisations;
        this.accounts = accounts;
    }

    @Override
    public List<Recipient> peopleOf(Audience audience) {
        Map<String, Recipient> byMailbox = new LinkedHashMap<>();
        audience.entries().stream().sorted().flatMap(this::peopleOf)
                .filter(person -> person.address() != null && !person.address().isBlank())
                .forEach(person -> byMailbox.putIfAbsent(person.address().toLowerCase(Locale.ROOT), person));
        return List.copyOf(byMailbox.values());
    }

    private Stream<Recipient> peopleOf(Audience.Entry entry) {
        return switch (entry.kind()) {
            case GROUP -> inGroup(entry.name());
            case FOCAL_POINTS -> recipients(people(entry.name()).filter(Person::focalPoint).toList());
            case PERSON -> accounts.stream().map(book -> book.person(entry.name())).flatMap(Optional::stream);
            case ADDRESS -> Stream.of(new Recipient(null, entry.name()));
        };
    }

    private Stream<Recipient> inGroup(String group) {
        Matcher organisation = ORGANISATION.matcher(group);
        if (!organisation.matches()) {
            return accounts.stream().flatMap(book -> book.inGroup(group).stream());
        }
        List<Person> all = people(organisation.group(1)).toList();
        List<Person> seated = all.stream().filter(person -> person.roles().stream().map(Role::suffix).anyMatch(organisation.group(2)::equals))
                .toList();
        // Like the tasks: what is for a seat that has nobody is for the whole organisation.
        return recipients(seated.isEmpty() ? all : seated);
    }

    private Stream<Person> people(String code) {
        return organisations.peopleIn(new OrganisationId(code)).stream();
    }

    private static Stream<Recipient> recipients(Collection<Person> people) {
        return people.stream().map(person -> new Recipient(person.name(), person.email()));
    }

    @Override
    public String nameOf(Audience audience) {
        return audience.entries().stream().sorted().map(this::nameOf).distinct().collect(Collectors.joining(", "));
    }

    private String nameOf(Audience.Entry entry) {
        Matcher organisation = ORGANISATION.matcher(entry.name());
        return switch (entry.kind()) {
            case FOCAL_POINTS -> organisations.card(new OrganisationId(entry.name())).name();
            case GROUP -> organisation.matches() ? organisations.card(new OrganisationId(organisation.group(1))).name()
                    : "the " + entry.name();
            case PERSON, ADDRESS -> peopleOf(entry).map(Recipient::name).filter(name -> name != null).findFirst().orElse(entry.name());
        };
    }
}
