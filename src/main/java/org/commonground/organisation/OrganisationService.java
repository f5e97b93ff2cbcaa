package org.commonground.organisation;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.commonground.foundation.Days;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.organisation.OrganisationQueries.RightToSign;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registry of organisations: who they are, and where their registration stands. */
@Service
@Transactional
public class OrganisationService {

    /** Days before a registration ends on which its focal points are reminded, the widest first. */
    private static final List<Integer> REMINDERS = List.of(90, 60, 30);
    private static final int EXPIRED = -1;
    private static final int NOT_YET = Integer.MAX_VALUE;

    private final Registry registry;
    private final Affiliations affiliations;
    private final PeopleService people;
    private final OrganisationQueries queries;
    private final Areas areas;
    private final Accounts accounts;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    OrganisationService(Registry registry, Affiliations affiliations, PeopleService people, OrganisationQueries queries,
            Areas areas, Accounts accounts, ApplicationEventPublisher facts, Clock clock) {
        this.registry = registry;
        this.affiliations = affiliations;
        this.people = people;
        this.queries = queries;
        this.areas = areas;
        this.accounts = accounts;
        this.facts = facts;
        this.clock = clock;
    }

    // What others ask

    public OrganisationCard card(OrganisationId id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    public Optional<OrganisationCard> find(OrganisationId id) {
        return queries.card(id);
    }

    /** Each of these, whatever became of its registration. */
    public Map<OrganisationId, OrganisationCard> cards(Collection<OrganisationId> some) {
        return queries.cards(some).stream().collect(toMap(OrganisationCard::id, Function.identity()));
    }

    /** All that may take part, by name. */
    public List<OrganisationCard> verified() {
        return queries.verified();
    }

    /** The organisation the person belongs to today; empty if there is none. */
    public Optional<OrganisationId> belongsTo(String user) {
        return queries.organisationOf(Affiliation.keyOf(user));
    }

    /** The organisation the person belongs to today; refused if there is none. */
    public OrganisationId organisationOf(String user) {
        return queries.organisationOf(Affiliation.keyOf(user)).orElseThrow(() -> new Refusal(
                "You belong to no organisation here. Ask the focal point of yours to invite you."));
    }

    /** The organisation the person belongs to today; empty if there is none. */
    public Optional<OrganisationId> ownOf(String user) {
        return queries.organisationOf(Affiliation.keyOf(user));
    }

    /** Whether the person belongs to it today. */
    public boolean isOf(String user, OrganisationId id) {
        return ownOf(user).filter(id::equals).isPresent();
    }

    /** User ids of those who serve as coordinators; some may belong to an organisation. */
    public List<String> coordinators() {
        return accounts.coordinators();
    }

    /** The group of the seat's people, or of the whole organisation while nobody sits there. */
    public String groupFor(Seat seat) {
        return queries.anybodyIn(seat) ? seat.groupId() : seat.organisation().groupId();
    }

    /** Who belongs to it today, by name. */
    public List<Person> peopleIn(OrganisationId id) {
        return queries.people(id);
    }

    /** Whether the person has a right to sign for the organisation on that day. */
    public boolean maySign(String user, OrganisationId organisation, LocalDate day) {
        return queries.rightsToSign(Affiliation.keyOf(user), organisation).stream().anyMatch(right -> right.holdsOn(day));
    }

    /** The name of the person, where it has a right to sign for the organisation today. */
    public Optional<String> mandated(String user, OrganisationId organisation) {
        return queries.rightsToSign(Affiliation.keyOf(user), organisation).stream().filter(right -> right.holdsNow(clock))
                .map(RightToSign::person).findFirst();
    }

    /** Who may sign for it today: user ids and names, by name. */
    public Map<String, String> signersOf(OrganisationId organisation) {
        Map<String, String> signers = new LinkedHashMap<>();
        queries.rightsToSign(List.of(organisation)).stream().filter(right -> right.holdsNow(clock))
                .forEach(right -> signers.put(right.user(), right.person()));
        return signers;
    }

    /** Who may sign for them today: names by organisation; whoever has nobody is left out. */
    public Map<OrganisationId, List<String>> signatories(Collection<OrganisationId> some) {
        return queries.rightsToSign(some).stream().filter(right -> right.holdsNow(clock))
                .collect(groupingBy(RightToSign::organisation, LinkedHashMap::new, mapping(RightToSign::person,
                        collectingAndThen(toList(), names -> names.stream().distinct().toList()))));
    }

    /** Whether it may come into a partnership today: verified, with a document that is still good where it is. */
    public boolean registrationHolds(OrganisationId id) {
        return queries.registrationHolds(id);
    }

    /** The time zone it is in: the one that was chosen, or that of its country. */
    public ZoneId zoneOf(OrganisationId id) {
        return queries.whereabouts(id).orElseThrow(() -> unknown(id)).zone(clock.instant());
    }

    /** The same of several, in one look. */
    public Map<OrganisationId, ZoneId> zonesOf(Collection<OrganisationId> some) {
        Map<OrganisationId, ZoneId> zones = new LinkedHashMap<>();
        queries.whereabouts(some).forEach((id, where) -> zones.put(id, where.zone(clock.instant())));
        return zones;
    }

    /** Those of them against whom a red flag stands. */
    public Set<OrganisationId> redFlagged(Collection<OrganisationId> some) {
        return queries.redFlagged(some);
    }

    /** Whether a red flag stands: then nothing is signed with this organisation. */
    public boolean signingBlocked(OrganisationId organisation) {
        return queries.redFlagged(organisation);
    }

    // Registration

    /** Takes an organisation into the registry, not verified yet. Refused when its code, its name or the user id is taken. */
    public OrganisationId register(Registration registration, String by) {
        Optional<Organisation> known = registry.findById(registration.code().code());
        known.ifPresent(one -> Refusal.unless(one.standing() == RegistrationState.REFUSED,
                "The code %s belongs to “%s”. Choose another code, or look whether it is the same organisation."
                        .formatted(one.id(), one.name())));
        expectNameFree(registration);
        LocalDate today = today(registration);
        Registration.FocalPoint focal = registration.focalPoint();
        people.expectUserFree(focal.user(), focal.email(), by);
        Organisation organisation = known.orElse(null);
        if (organisation == null) {
            organisation = Organisation.register(registration, this::areaOf, by, today);
        } else {
            organisation.registerAgain(registration, this::areaOf, by, today);
        }
        Affiliation focalPoint = Affiliation.join(registration.code(), focal.user(), focal.name(), focal.email(), true, today);
        registry.save(organisation);
        affiliations.save(focalPoint);
        return registration.code();
    }

    /** States the registration anew, with what was asked for. The code and the focal point's user id stay. */
    public void complete(OrganisationId id, Registration registration) {
        Organisation organisation = organisation(id);
        expectNameFree(registration);
        Affiliation focalPoint = firstFocalPoint(id);
        focalPoint.correct(registration.focalPoint().name(), registration.focalPoint().email());
        organisation.complete(registration, this::areaOf, today(registration));
        registry.save(organisation);
        affiliations.save(focalPoint);
    }

    /** @param zone the id of the time zone it is in; may be null where its country has one only */
    public void verify(OrganisationId id, String zone) {
        Organisation organisation = organisation(id);
        organisation.verify(zone, clock.instant());
        registry.save(organisation);
        facts.publishEvent(new OrganisationVerified(id, organisation.name()));
    }

    /** @param what is needed, told to the focal point */
    public void askForMore(OrganisationId id, String what) {
        Organisation organisation = organisation(id);
        organisation.askForMore(what);
        registry.save(organisation);
        LocalDate today = organisation.whereabouts().today(clock);
        facts.publishEvent(new MoreNeeded(id, organisation.name(), what, firstFocalPoint(id).person(today)));
    }

    /** The registration ends here, and its people are free again. The reason is told to the focal point. */
    public void refuse(OrganisationId id, String reason) {
        Organisation organisation = organisation(id);
        organisation.refuse(reason);
        registry.save(organisation);
        Affiliation focalPoint = firstFocalPoint(id);
        LocalDate today = organisation.whereabouts().today(clock);
        facts.publishEvent(new RegistrationRefused(id, organisation.name(), reason, focalPoint.person(today)));
        focalPoint.leave(today);
        affiliations.save(focalPoint);
    }

    /** Opens the groups of a verified organisation and the accounts of its people. May be repeated. */
    public void openAccounts(OrganisationId id) {
        OrganisationCard card = card(id);
        Refusal.unless(card.verified(), "%s is not verified yet, so its people get no accounts.".formatted(card.name()));
        // A partnership may want the organisation in a role that it did not declare.
        accounts.openGroups(id, card.name(), EnumSet.allOf(Role.class));
        for (Person person : peopleIn(id)) {
            accounts.openAccount(person.user(), person.name(), person.email());
            accounts.join(person.user(), id);
            person.roles().forEach(role -> accounts.take(person.user(), new Seat(id, role)));
        }
    }

    /**
     * Files the organisation's renewed registration document, stated by one of its people.
     *
     * @param zone the id of the time zone it is in, where that is not known yet; otherwise it stays
     */
    public void renew(OrganisationId id, Registration.Document document, String zone, String by) {
        Refusal.unless(organisationOf(by).equals(id), "Only people of the organisation can renew its registration.");
        Organisation organisation = organisation(id);
        organisation.renew(document, zone, clock.instant());
        registry.save(organisation);
        facts.publishEvent(new RegistrationRenewed(id, organisation.name(), document, by));
    }

    /** The time zones of its country, each with its place and the time there; none where it is known in which it is. */
    public Map<ZoneId, String> zonesToChoose(OrganisationId id) {
        Whereabouts where = organisation(id).whereabouts();
        Instant now = clock.instant();
        return where.isSettled(now) ? Map.of() : where.country().zones().stream()
                .collect(toMap(Zone::id, zone -> zone.inWords(now), (one, other) -> one, LinkedHashMap::new));
    }

    /** What is on file about the organisation, refused ones included. */
    public RegistrationFile file(OrganisationId id) {
        Organisation organisation = organisation(id);
        Registration.FocalPoint focalPoint = affiliations.findFirstByOrganisationAndFocalPointIsTrueOrderByJoinedOnDesc(id.code())
                .map(one -> new Registration.FocalPoint(one.user(), one.name(), one.email())).orElse(null);
        return organisation.file(focalPoint, this::placeOf);
    }

    /**
     * Tells of every registration that ends within 90, 60 or 30 days, and of every one that has ended: each once, the nearest
     * only. Meant to be called daily; calling it more often does no harm.
     */
    public void remindOfExpiry() {
        for (OrganisationQueries.Expiry expiry : queries.expiringBy(Days.latest(clock).plusDays(REMINDERS.get(0)))) {
            LocalDate today = expiry.where().today(clock);
            int due = expiry.expiresOn().isBefore(today) ? EXPIRED : REMINDERS.stream()
                    .filter(days -> !expiry.expiresOn().isAfter(today.plusDays(days))).reduce((wider, nearer) -> nearer).orElse(NOT_YET);
            if (due != NOT_YET && (expiry.reminded() == null || expiry.reminded() > due)) {
                queries.noteReminder(expiry, due);
                facts.publishEvent(due == EXPIRED ? new RegistrationExpired(expiry.id(), expiry.name(), expiry.expiresOn())
                        : new RegistrationExpiring(expiry.id(), expiry.name(), expiry.expiresOn(), due));
            }
        }
    }

    private Organisation organisation(OrganisationId id) {
        return registry.findById(id.code()).orElseThrow(() -> unknown(id));
    }

    static NotFound unknown(OrganisationId id) {
        return new NotFound("There is no organisation with the code %s.".formatted(id));
    }

    private void expectNameFree(Registration registration) {
        registry.findByNameKey(Organisation.keyOf(registration.name()))
                .filter(one -> !one.id().equals(registration.code()))
                .ifPresent(one -> {
                    throw new Refusal((one.standing() == RegistrationState.REFUSED
                            ? "“%s” was registered before, with the code %s. Use that code again."
                            : "“%s” is registered already, with the code %s.").formatted(one.name(), one.id()));
                });
    }

    private Affiliation firstFocalPoint(OrganisationId id) {
        return affiliations.findFirstByOrganisationAndPresentIsNotNull(id.code()).orElseThrow(() -> unknown(id));
    }

    private String areaOf(Registration.Place place) {
        return areas.named(place.name(), place.level(), place.within());
    }

    private Registration.Place placeOf(String code) {
        Area area = areas.area(code);
        return new Registration.Place(area.name(), area.level(), area.parent() == null ? null : areas.area(area.parent()).name());
    }

    /** Of its time zones nobody knows which, before it is verified. */
    private LocalDate today(Registration registration) {
        return new Whereabouts(registration.country(), null).today(clock);
    }
}
