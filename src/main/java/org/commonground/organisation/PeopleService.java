package org.commonground.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Seat;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the organisations: who belongs to one, in which seats, and who signs for it. */
@Service
@Transactional
public class PeopleService {

    private final Affiliations affiliations;
    private final OrganisationQueries queries;
    private final Accounts accounts;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    PeopleService(Affiliations affiliations, OrganisationQueries queries, Accounts accounts, ApplicationEventPublisher facts, Clock clock) {
        this.affiliations = affiliations;
        this.queries = queries;
        this.accounts = accounts;
        this.facts = facts;
        this.clock = clock;
    }

    /** Takes a person into the organisation and opens the account. Only a focal point may. */
    public void invite(OrganisationId id, String user, String name, String email, String by) {
        expectFocalPoint(id, by);
        Refusal.unless(queries.card(id).map(OrganisationCard::verified).orElse(false),
                "People can be invited once the organisation is verified.");
        expectUserFree(user, email, by);
        Affiliation affiliation = Affiliation.join(id, user, name, email, false, today(id));
        affiliations.save(affiliation);
        accounts.openAccount(user, affiliation.name(), affiliation.email());
        accounts.join(user, id);
    }

    /** Puts a person into one of the organisation's seats. Only a focal point may. */
    public void seat(String user, Seat seat, String by) {
        expectFocalPoint(seat.organisation(), by);
        Affiliation affiliation = colleague(seat.organisation(), user);
        affiliation.take(seat.role(), today(seat.organisation()));
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
        LocalDate today = today(id);
        affiliation.giveMandate(from, to, by, today);
        affiliations.save(affiliation);
        facts.publishEvent(new MandateGiven(id, affiliation.person(today)));
    }

    /** From today on the person signs nothing more for the organisation. Only a focal point may. */
    public void endMandate(OrganisationId id, String user, String by) {
        expectFocalPoint(id, by);
        Affiliation affiliation = colleague(id, user);
        LocalDate today = today(id);
        affiliation.endMandates(today);
        affiliations.save(affiliation);
        facts.publishEvent(new MandateEnded(id, affiliation.person(today)));
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
        Refusal.unless(!focalPoints.equals(Set.of(affiliation.user())),
                "%s is the only focal point. Make somebody else focal point first.".formatted(affiliation.name()));
        LocalDate today = today(id);
        Person before = affiliation.person(today);
        affiliation.leave(today);
        affiliations.save(affiliation);
        before.roles().forEach(role -> vacate(affiliation, new Seat(id, role)));
        accounts.leave(affiliation.user(), id);
        facts.publishEvent(new PersonLeft(id, before));
    }

    /**
     * Whoever has no account any more signs nothing, so nobody is told that this person may. All else that is known of the person stays:
     * the colleagues decide.
     */
    @EventListener
    void removed(AccountRemoved fact) {
        affiliations.findByPresent(Affiliation.keyOf(fact.user())).ifPresent(affiliation -> {
            LocalDate today = today(affiliation.organisation());
            if (affiliation.maySignFrom(today)) {
                affiliation.endMandates(today);
                affiliations.save(affiliation);
            }
        });
    }

    private void vacate(Affiliation affiliation, Seat seat) {
        accounts.release(affiliation.user(), seat);
        if (!queries.anybodyIn(seat)) {
            facts.publishEvent(new SeatVacated(seat));
        }
    }

    /**
     * A user id belongs to one person for ever: with another address, somebody would get a stranger's account. Only the
     * coordinator who registers the own organisation brings an account along.
     */
    void expectUserFree(String user, String email, String by) {
        String key = Affiliation.keyOf(user);
        String taken = "The user id %s is taken. Choose another one.".formatted(user);
        Optional<Affiliation> earlier = affiliations.findFirstByUserKeyOrderByJoinedOnDesc(key);
        if (earlier.isPresent()) {
            Refusal.unless(queries.organisationOf(key).isEmpty(), taken);
            Refusal.unless(earlier.get().user().equals(user) && earlier.get().email().equalsIgnoreCase(email.strip()), taken);
        } else {
            Refusal.unless(user.equals(by) || !accounts.exists(user), taken);
        }
    }

    /** Refuses anybody else, and answers the user ids of the focal points. */
    private Set<String> expectFocalPoint(OrganisationId id, String by) {
        Map<String, String> focalPoints = queries.focalPointsForUpdate(id);
        if (focalPoints.isEmpty()) {
            throw OrganisationService.unknown(id);
        }
        Refusal.unless(focalPoints.containsKey(by),
                "Only a focal point may change who does what in the organisation. Ask %s."
                        .formatted(String.join(" or ", focalPoints.values())));
        return focalPoints.keySet();
    }

    private Affiliation colleague(OrganisationId id, String user) {
        return affiliations.findByPresent(Affiliation.keyOf(user)).filter(one -> one.organisation().equals(id))
                .orElseThrow(() -> new NotFound("Nobody in the organisation has the user id %s.".formatted(user)));
    }

    private LocalDate today(OrganisationId id) {
        return queries.whereabouts(id).orElseThrow(() -> OrganisationService.unknown(id)).today(clock);
    }
}
