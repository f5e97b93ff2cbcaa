package org.commonground.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;

/** A person's stay in an organisation: the seats held there and the right to sign. */
class Affiliation {

    private static final Pattern USER = Pattern.compile("[A-Za-z][A-Za-z0-9]{1,59}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    @Id
    private final UUID id;
    @Version
    private Integer version;
    private String userId;
    private String userKey;
    private String organisation;
    private String name;
    private String email;
    private boolean focalPoint;
    private LocalDate joinedOn;
    private LocalDate leftOn;
    private String present;
    private Set<HeldRole> roles = new HashSet<>();
    private List<Mandate> mandates = new ArrayList<>();

    @PersistenceCreator
    private Affiliation(UUID id) {
        this.id = id;
    }

    static Affiliation join(OrganisationId organisation, String user, String name, String email, boolean focalPoint, LocalDate today) {
        Refusal.unless(USER.matcher(user).matches(),
                "A user id begins with a letter and has 2 to 60 letters or digits, such as raviKumar. “%s” does not.".formatted(user));
        Refusal.unless(!name.isBlank(), "Give the person's name.");
        Affiliation affiliation = new Affiliation(UUID.randomUUID());
        affiliation.userId = user;
        affiliation.userKey = keyOf(user);
        affiliation.organisation = organisation.code();
        affiliation.name = name.strip();
        affiliation.focalPoint = focalPoint;
        affiliation.joinedOn = today;
        affiliation.present = affiliation.userKey;
        affiliation.reachAt(email);
        return affiliation;
    }

    /** Nobody may pass for somebody else by other capitals. */
    static String keyOf(String user) {
        return user.toLowerCase(Locale.ROOT);
    }

    /** What was written of the focal point is put right before anybody has an account. */
    void correct(String newName, String newEmail) {
        name = newName.strip();
        reachAt(newEmail);
    }

    private void reachAt(String address) {
        Refusal.unless(EMAIL.matcher(address.strip()).matches(), "“%s” is not an e-mail address.".formatted(address.strip()));
        email = address.strip();
    }

    void take(Role role, LocalDate today) {
        Refusal.unless(!holds(role), "%s already is %s.".formatted(name, role.label().toLowerCase(Locale.ROOT)));
        roles.add(new HeldRole(role.key(), today));
    }

    void release(Role role) {
        Refusal.unless(holds(role), "%s is not %s.".formatted(name, role.label().toLowerCase(Locale.ROOT)));
        roles.removeIf(held -> held.role().equals(role.key()));
    }

    private boolean holds(Role role) {
        return roles.stream().anyMatch(held -> held.role().equals(role.key()));
    }

    /** @param to last day, or null for an open mandate */
    void giveMandate(LocalDate from, LocalDate to, String by, LocalDate today) {
        // Who gives it may be west of the organisation, where it is still yesterday.
        Refusal.unless(!from.isBefore(today.minusDays(1)), "A right to sign begins today or later, not on %s.".formatted(from));
        Refusal.unless(to == null || !to.isBefore(from), "The last day of a right to sign cannot be before its first.");
        Mandate given = new Mandate(from, to, by, null);
        Refusal.unless(mandates.stream().noneMatch(given::overlaps),
                "%s may already sign in these days. End that right first.".formatted(name));
        mandates.add(given);
    }

    void endMandates(LocalDate today) {
        Refusal.unless(maySignFrom(today), "%s has no right to sign that could be ended.".formatted(name));
        mandates.replaceAll(mandate -> mandate.endedBy(today));
    }

    /** Whether a right to sign holds today or begins later. */
    boolean maySignFrom(LocalDate today) {
        return mandates.stream().anyMatch(mandate -> mandate.openOn(today));
    }

    void becomeFocalPoint() {
        Refusal.unless(!focalPoint, "%s already is a focal point.".formatted(name));
        focalPoint = true;
    }

    void leave(LocalDate today) {
        leftOn = today;
        present = null;
        roles.clear();
        mandates.replaceAll(mandate -> mandate.endedBy(today));
    }

    String user() {
        return userId;
    }

    OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    Set<Role> roles() {
        return roles.stream().map(held -> Role.of(held.role())).collect(Collectors.toSet());
    }

    Person person(LocalDate today) {
        Person.Mandate mandate = mandates.stream().filter(one -> one.openOn(today)).findFirst()
                .map(one -> new Person.Mandate(one.validFrom(), one.validTo())).orElse(null);
        return new Person(userId, organisation(), name, email, focalPoint, roles(), joinedOn, leftOn, mandate);
    }

    record HeldRole(String role, LocalDate takenOn) {
    }

    /** @param endedOn the day from which it no longer counts, or null */
    record Mandate(LocalDate validFrom, LocalDate validTo, String givenBy, LocalDate endedOn) {

        boolean openOn(LocalDate day) {
            return endedOn == null && (validTo == null || !validTo.isBefore(day));
        }

        boolean overlaps(Mandate other) {
            return openOn(other.validFrom) && (other.validTo == null || !other.validTo.isBefore(validFrom)) && other.endedOn == null;
        }

        Mandate endedBy(LocalDate day) {
            return openOn(day) ? new Mandate(validFrom, validTo, givenBy, day) : this;
        }
    }
}
