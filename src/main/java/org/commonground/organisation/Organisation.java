package org.commonground.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;

/** An organisation in the registry. Its verbs refuse what does not fit where the registration stands. */
class Organisation {

    @Id
    private final String code;
    @Version
    private Integer version;
    private String name;
    private String nameKey;
    private String kind;
    private String country;
    private String zone;
    private RegistrationState standing;
    private String remark;
    private String document;
    private String documentNumber;
    private LocalDate expiresOn;
    private String registeredBy;
    private LocalDate registeredOn;
    private Set<OrganisationRole> roles;
    private Set<OrganisationLevel> levels;
    private Set<OrganisationArea> areas;
    private List<OrganisationReference> references;

    @PersistenceCreator
    private Organisation(String code) {
        this.code = code;
    }

    /** @param areaCode finds the code of a place that was named */
    static Organisation register(Registration registration, Function<Registration.Place, String> areaCode, String by, LocalDate today) {
        Organisation organisation = new Organisation(registration.code().code());
        organisation.state(registration, areaCode, today);
        organisation.standing = RegistrationState.REGISTERED;
        organisation.registeredBy = by;
        organisation.registeredOn = today;
        return organisation;
    }

    /** What was refused once may be stated anew. */
    void registerAgain(Registration registration, Function<Registration.Place, String> areaCode, String by, LocalDate today) {
        expect(RegistrationState.REFUSED, "%s is already registered.");
        state(registration, areaCode, today);
        standing = RegistrationState.REGISTERED;
        remark = null;
        registeredBy = by;
        registeredOn = today;
    }

    void complete(Registration registration, Function<Registration.Place, String> areaCode, LocalDate today) {
        expect(RegistrationState.INCOMPLETE, "%s does not wait for more about its registration.");
        state(registration, areaCode, today);
        standing = RegistrationState.REGISTERED;
        remark = null;
    }

    /** @param chosen the id of its time zone, where its country has several; may be null where it has one */
    void verify(String chosen, Instant now) {
        expect(RegistrationState.REGISTERED, "%s does not wait to be verified.");
        new Whereabouts(new Country(country), chosen).expectZone(now);
        zone = chosen;
        standing = RegistrationState.VERIFIED;
    }

    void askForMore(String what) {
        expect(RegistrationState.REGISTERED, "%s does not wait to be verified.");
        standing = RegistrationState.INCOMPLETE;
        remark = what;
    }

    void refuse(String reason) {
        expect(RegistrationState.REGISTERED, "%s does not wait to be verified.");
        standing = RegistrationState.REFUSED;
        remark = reason;
    }

    /** @param chosen the id of its time zone, where that is not known yet; otherwise it stays */
    void renew(Registration.Document renewed, String chosen, Instant now) {
        expect(RegistrationState.VERIFIED, "%s is not verified yet, so its registration cannot be renewed.");
        Whereabouts where = new Whereabouts(new Country(country), zone == null ? chosen : zone);
        where.expectZone(now);
        Refusal.unless(renewed.expiresOn().isAfter(expiresOn),
                "The registration on file is valid until %s. Give the later date of the renewed one.".formatted(expiresOn));
        zone = where.chosen();
        state(renewed);
    }

    private void state(Registration registration, Function<Registration.Place, String> areaCode, LocalDate today) {
        Refusal.unless(!registration.roles().isEmpty(), "Name at least one role that the organisation could take.");
        Refusal.unless(!registration.levels().isEmpty(), "Name at least one level at which the organisation works.");
        Refusal.unless(registration.country().isListed(),
                "“%s” is not in the list of countries. Choose one from the list.".formatted(registration.country().code()));
        Refusal.unless(!registration.document().expiresOn().isBefore(today),
                "The registration document has expired. Ask the organisation for a valid one.");
        name = registration.name().strip();
        nameKey = keyOf(name);
        kind = registration.kind().key();
        country = registration.country().code();
        state(registration.document());
        roles = registration.roles().stream().map(role -> new OrganisationRole(role.key())).collect(Collectors.toSet());
        levels = registration.levels().stream().map(level -> new OrganisationLevel(level.key())).collect(Collectors.toSet());
        areas = registration.areas().stream().map(areaCode).map(OrganisationArea::new).collect(Collectors.toSet());
        references = registration.references().stream().map(one -> new OrganisationReference(one.name(), one.contact())).toList();
    }

    private void state(Registration.Document stated) {
        document = stated.name();
        documentNumber = stated.number();
        expiresOn = stated.expiresOn();
    }

    private void expect(RegistrationState expected, String otherwise) {
        Refusal.unless(standing == expected, otherwise.formatted(name));
    }

    /** The name as it is compared: without capitals and spare blanks. */
    static String keyOf(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    OrganisationId id() {
        return new OrganisationId(code);
    }

    String name() {
        return name;
    }

    RegistrationState standing() {
        return standing;
    }

    Whereabouts whereabouts() {
        return new Whereabouts(new Country(country), zone);
    }

    /** @param place finds the place behind an area's code */
    RegistrationFile file(Registration.FocalPoint focalPoint, Function<String, Registration.Place> place) {
        Registration registration = new Registration(id(), name, OrganisationKind.of(kind), new Country(country),
                roles.stream().map(one -> Role.of(one.role())).collect(Collectors.toSet()),
                levels.stream().map(one -> Level.of(one.level())).collect(Collectors.toSet()),
                areas.stream().map(one -> place.apply(one.area())).toList(),
                new Registration.Document(document, documentNumber, expiresOn), focalPoint,
                references.stream().map(one -> new Registration.Reference(one.name(), one.contact())).toList());
        return new RegistrationFile(registration, standing, remark);
    }

    record OrganisationRole(String role) {
    }

    record OrganisationLevel(String level) {
    }

    record OrganisationArea(String area) {
    }

    record OrganisationReference(String name, String contact) {
    }
}
