package org.commonground.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.Fact;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registry of organisations. */
@Service
@Transactional
public class OrganisationService {

    /** Days before a registration ends on which its focal points are reminded, the widest first. */
    private static final List<Integer> REMINDERS = List.of(90, 60, 30);
    private static final int EXPIRED = -1;

    private final Registry registry;
    private final Affiliations affiliations;
    private final Flags flags;
    private final OrganisationQueries queries;
    private final Areas areas;
    private final Accounts accounts;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    OrganisationService(Registry registry, Affiliations affiliations, Flags flags, OrganisationQueries queries,
            Areas areas, Accounts accounts, ApplicationEventPublisher facts, Clock clock) {
        this.registry = registry;
        this.affiliations = affiliations;
        this.flags = flags;
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

    /** All that may take part, by name. */
    public List<OrganisationCard> verified() {
        return queries.verified();
    }

    /** The organisation the person belongs to today; refused if there is none. */
    public OrganisationId organisationOf(String user) {
        return queries.organisationOf(Affiliation.keyOf(user)).orElseThrow(() -> new Refusal(
                "You belong to no organisation here. Ask the focal point of yours to invite you."));
    }

    /** The group of the seat's people, or of the whole organisation while nobody sits there. */
    public String groupFor(Seat seat) {
        return queries.anybodyIn(seat) ? seat.groupId() : seat.organisation().groupId();
    }

    /** Who belongs to it today, by name. */
    public List<Person> peopleIn(OrganisationId id) {
        return queries.people(id, today());
    }

    /** Whether the person has a right to sign for the organisation on that day. */
    public boolean maySign(String user, OrganisationId organisation, LocalDate day) {
        return queries.maySign(Affiliation.keyOf(user), organisation, day);
    }

    /** Who may sign for them today: names by organisation; whoever has nobody is left out. */
    public Map<OrganisationId, List<String>> signatories(Collection<OrganisationId> some) {
        return queries.signatories(some, today());
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
                "The code " + one.id() + " belongs to “" + one.name() + "”. Choose another code, or look whether it is the same organisation."));
        expectNameFree(registration);
        Registration.FocalPoint focal = registration.focalPoint();
        expectUserFree(focal.user(), focal.email(), by);
        Organisation organisation = known.orElse(null);
        if (organisation == null) {
            organisation = Organisation.register(registration, this::areaOf, by, today());
        } else {
            organisation.registerAgain(registration, this::areaOf, by, today());
        }
        Affiliation focalPoint = Affiliation.join(registration.code(), focal.user(), focal.name(), focal.email(), true, today());
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
        organisation.complete(registration, this::areaOf, today());
        registry.save(organisation);
        affiliations.save(focalPoint);
    }

    public void verify(OrganisationId id) {
        Organisation organisation = organisation(id);
        organisation.verify();
        registry.save(organisation);
        tell(new OrganisationVerified(id, organisation.name()));
    }

    /** @param what is needed, told to the focal point */
    public void askForMore(OrganisationId id, String what) {
        Organisation organisation = organisation(id);
        organisation.askForMore(what);
        registry.save(organisation);
        tell(new MoreNeeded(id, organisation.name(), what, firstFocalPoint(id).person(today())));
    }

    /** The registration ends here, and its people are free again. The reason is told to the focal point. */
    public void refuse(OrganisationId id, String reason) {
        Organisation organisation = organisation(id);
        organisation.refuse(reason);
        registry.save(organisation);
        Affiliation focalPoint = firstFocalPoint(id);
        tell(new RegistrationRefused(id, organisation.name(), reason, focalPoint.person(today())));
        focalPoint.leave(today());
        affiliations.save(focalPoint);
    }

    /** Opens the groups of a verified organisation and the accounts of its people. May be repeated. */
    public void openAccounts(OrganisationId id) {
        OrganisationCard card = card(id);
        Refusal.unless(card.verified(), card.name() + " is not verified yet, so its people get no accounts.");
        // A partnership may want the organisation in a role that it did not declare.
        accounts.openGroups(id, card.name(), EnumSet.allOf(Role.class));
        for (Person person : peopleIn(id)) {
            accounts.openAccount(person.user(), person.name(), person.email());
            accounts.join(person.user(), id);
            person.roles().forEach(role -> accounts.take(person.user(), new Seat(id, role)));
        }
    }

    /** Files the organisation's renewed registration document, stated by one of its people. */
    public void renew(OrganisationId id, Registration.Document document, String by) {
        Refusal.unless(organisationOf(by).equals(id), "Only people of the organisation can renew its registration.");
        Organisation organisation = organisation(id);
        organisation.renew(document);
        registry.save(organisation);
        tell(new RegistrationRenewed(id, organisation.name(), document, by));
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
        LocalDate today = today();
        for (OrganisationQueries.Expiry expiry : queries.expiringBy(today.plusDays(REMINDERS.get(0)))) {
            int due = expiry.expiresOn().isBefore(today) ? EXPIRED : REMINDERS.stream()
                    .filter(days -> !expiry.expiresOn().isAfter(today.plusDays(days))).reduce((wider, nearer) -> nearer).orElseThrow();
            if (expiry.reminded() == null || expiry.reminded() > due) {
                queries.noteReminder(expiry, due);
                tell(due == EXPIRED ? new RegistrationExpired(expiry.id(), expiry.name(), expiry.expiresOn())
                        : new RegistrationExpiring(expiry.id(), expiry.name(), expiry.expiresOn(), due));
            }
        }
    }

    // People

    /** Takes a person into the organisation and opens the account. Only a focal point may. */
    public void invite(OrganisationId id, String user, String name, String email, String by) {
        expectFocalPoint(id, by);
        Refusal.unless(card(id).verified(), "People can be invited once the organisation is verified.");
        expectUserFree(user, email, by);
        Affiliation affiliation = Affiliation.join(id, user, name, email, false, today());
        affiliations.save(affiliation);
        accounts.openAccount(user, affiliation.name(), affiliation.email());
        accounts.join(user, id);
    }

    /** Puts a person into one of the organisation's seats. Only a focal point may. */
    public void seat(String user, Seat seat, String by) {
        expectFocalPoint(seat.organisation(), by);
        Affiliation affiliation = colleague(seat.organisation(), user);
        affiliation.take(seat.role(), today());
        affiliations.save(affiliation);
        accounts.take(affiliation.user(), seat);
    }

    /** The person no longer holds the seat. Only a focal point may. */
    public void unseat(String user, Seat seat, String by) {
        expectFocalPoint(seat.organisation(), by);
        Affiliation affiliation = colleague(seat.organisation(), user);
        affiliation.release(seat.role());
        affiliations.save(affiliation);
        vacate(affiliation, seat);
    }

    /**
     * Lets a person sign for the organisation. Only a focal point may.
     *
     * @param to last day, or null for an open right
     */
    public void giveMandate(OrganisationId id, String user, LocalDate from, LocalDate to, String by) {
        expectFocalPoint(id, by);
        Affiliation affiliation = colleague(id, user);
        affiliation.giveMandate(from, to, by, today());
        affiliations.save(affiliation);
        tell(new MandateGiven(id, affiliation.person(today())));
    }

    /** From today on the person signs nothing more for the organisation. Only a focal point may. */
    public void endMandate(OrganisationId id, String user, String by) {
        expectFocalPoint(id, by);
        Affiliation affiliation = colleague(id, user);
        affiliation.endMandates(today());
        affiliations.save(affiliation);
        tell(new MandateEnded(id, affiliation.person(today())));
    }

    /** Lets another person look after the organisation's people too. Only a focal point may. */
    public void makeFocalPoint(OrganisationId id, String user, String by) {
        expectFocalPoint(id, by);
        Affiliation affiliation = colleague(id, user);
        affiliation.becomeFocalPoint();
        affiliations.save(affiliation);
    }

    /** The person no longer belongs to the organisation. Only a focal point may say so; the last focal point stays. */
    public void leave(OrganisationId id, String user, String by) {
        Set<String> focalPoints = expectFocalPoint(id, by);
        Affiliation affiliation = colleague(id, user);
        Refusal.unless(!focalPoints.equals(Set.of(affiliation.user())), affiliation.name()
                + " is the only focal point. Make somebody else focal point first.");
        Person before = affiliation.person(today());
        affiliation.leave(today());
        affiliations.save(affiliation);
        before.roles().forEach(role -> vacate(affiliation, new Seat(id, role)));
        accounts.leave(affiliation.user(), id);
        tell(new PersonLeft(id, before));
    }

    private void vacate(Affiliation affiliation, Seat seat) {
        accounts.release(affiliation.user(), seat);
        if (!queries.anybodyIn(seat)) {
            tell(new SeatVacated(seat));
        }
    }

    // Flags

    /**
     * Notes a doubt about an organisation.
     *
     * @param about the partnership that gives rise to it, or null
     */
    public UUID raiseFlag(OrganisationId organisation, FlagLevel level, String reason, String by, PartnershipId about) {
        card(organisation);
        Flag flag = flags.save(Flag.raise(organisation, level, reason, by, about, today()));
        tell(new FlagRaised(organisation, flag.id(), level, reason, about));
        return flag.id();
    }

    public RaisedFlag flag(UUID id) {
        return oneFlag(id).card();
    }

    /** Asks the manager, once, what to do about a flag. */
    public void escalateFlag(UUID id, String question, String by) {
        Flag flag = oneFlag(id);
        flag.escalate(question, by);
        flags.save(flag);
        tell(new FlagEscalated(flag.organisation(), id, flag.card().level(), question));
    }

    /** The manager, asked about a flag, wants it to stand. */
    public void keepFlag(UUID id, String why, String by) {
        Flag flag = oneFlag(id);
        flag.keep(why, by);
        flags.save(flag);
    }

    /** The flag no longer stands, for the reason given. Refused to people of the organisation itself. */
    public void resolveFlag(UUID id, String resolution, String by) {
        Flag flag = oneFlag(id);
        Refusal.unless(!queries.organisationOf(Affiliation.keyOf(by)).equals(Optional.of(flag.organisation())),
                "This flag is about your own organisation. Ask the manager, or leave it to another coordinator.");
        flag.resolve(resolution, by, today());
        flags.save(flag);
        tell(new FlagResolved(flag.organisation(), id, flag.card().level(), resolution));
    }

    private Flag oneFlag(UUID id) {
        return flags.findById(id).orElseThrow(() -> new NotFound("There is no such flag."));
    }

    private Organisation organisation(OrganisationId id) {
        return registry.findById(id.code()).orElseThrow(() -> unknown(id));
    }

    private static NotFound unknown(OrganisationId id) {
        return new NotFound("There is no organisation with the code " + id + ".");
    }

    private void expectNameFree(Registration registration) {
        registry.findByNameKey(Organisation.keyOf(registration.name()))
                .filter(one -> !one.id().equals(registration.code()))
                .ifPresent(one -> {
                    throw new Refusal(one.standing() == RegistrationState.REFUSED
                            ? "“" + one.name() + "” was registered before, with the code " + one.id() + ". Use that code again."
                            : "“" + one.name() + "” is registered already, with the code " + one.id() + ".");
                });
    }

    /**
     * A user id belongs to one person for ever: with another address, somebody would get a stranger's account. Only the
     * coordinator who registers the own organisation brings an account along.
     */
    private void expectUserFree(String user, String email, String by) {
        String key = Affiliation.keyOf(user);
        String taken = "The user id " + user + " is taken. Choose another one.";
        Optional<Affiliation> earlier = affiliations.findFirstByUserKeyOrderByJoinedOnDesc(key);
        if (earlier.isPresent()) {
            Refusal.unless(queries.organisationOf(key).isEmpty(), taken);
            Refusal.unless(earlier.get().user().equals(user) && earlier.get().email().equalsIgnoreCase(email.strip()), taken);
        } else {
            Refusal.unless(user.equals(by) || !accounts.exists(user), taken);
        }
    }

    private Affiliation firstFocalPoint(OrganisationId id) {
        return affiliations.findFirstByOrganisationAndPresentIsNotNull(id.code()).orElseThrow(() -> unknown(id));
    }

    /** Refuses anybody else, and answers the user ids of the focal points. */
    private Set<String> expectFocalPoint(OrganisationId id, String by) {
        Map<String, String> focalPoints = queries.focalPointsForUpdate(id);
        if (focalPoints.isEmpty()) {
            throw unknown(id);
        }
        Refusal.unless(focalPoints.containsKey(by), "Only a focal point may change who does what in the organisation. Ask "
                + String.join(" or ", focalPoints.values()) + ".");
        return focalPoints.keySet();
    }

    private Affiliation colleague(OrganisationId id, String user) {
        return affiliations.findByPresent(Affiliation.keyOf(user)).filter(one -> one.organisation().equals(id))
                .orElseThrow(() -> new NotFound("Nobody in the organisation has the user id " + user + "."));
    }

    private String areaOf(Registration.Place place) {
        return areas.named(place.name(), place.level(), place.within());
    }

    private Registration.Place placeOf(String code) {
        Area area = areas.area(code);
        return new Registration.Place(area.name(), area.level(), area.parent() == null ? null : areas.area(area.parent()).name());
    }

    private void tell(Fact fact) {
        facts.publishEvent(fact);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
