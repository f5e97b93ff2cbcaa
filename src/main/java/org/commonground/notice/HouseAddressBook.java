package org.commonground.notice;

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
import org.commonground.foundation.SecretariatGroup;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Organisations' people as the registry knows them, staff as their accounts do. */
@Component
class HouseAddressBook implements AddressBook {

    private static final Pattern ORGANISATION = Pattern.compile("org([A-Z][a-z0-9]+)(\\w*)");

    private final OrganisationAddresses organisations;
    private final ObjectProvider<StaffAddresses> accounts;

    HouseAddressBook(OrganisationAddresses organisations, ObjectProvider<StaffAddresses> accounts) {
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
            case FOCAL_POINTS -> organisations.focalPoints(new OrganisationId(entry.name())).stream();
            case PERSON -> accounts.stream().map(book -> book.person(entry.name())).flatMap(Optional::stream);
            case ADDRESS -> Stream.of(new Recipient(null, entry.name()));
        };
    }

    private Stream<Recipient> inGroup(String group) {
        Matcher organisation = ORGANISATION.matcher(group);
        return organisation.matches() ? organisations.inGroup(new OrganisationId(organisation.group(1)), organisation.group(2)).stream()
                : accounts.stream().flatMap(book -> book.inGroup(group).stream());
    }

    @Override
    public String nameOf(Audience audience) {
        return audience.entries().stream().sorted().map(this::nameOf).distinct().collect(Collectors.joining(", "));
    }

    private String nameOf(Audience.Entry entry) {
        Matcher organisation = ORGANISATION.matcher(entry.name());
        return switch (entry.kind()) {
            case FOCAL_POINTS -> organisations.nameOf(new OrganisationId(entry.name()));
            case GROUP -> organisation.matches() ? organisations.nameOf(new OrganisationId(organisation.group(1)))
                    : SecretariatGroup.isOne(entry.name()) ? "the secretariat" : "the " + entry.name();
            case PERSON, ADDRESS -> peopleOf(entry).map(Recipient::name).filter(name -> name != null).findFirst().orElse(entry.name());
        };
    }
}
