package org.commonground.orientation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.commonground.work.AgreedWork;
import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.partnership.PartnershipService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the work begins: all partners are oriented, and it is settled who supports them. */
@Service
public class OrientationService {

    private final OrientationTables tables;
    private final AgreedTerms agreements;
    private final PartnershipService partnerships;
    private final SecretariatQueue queue;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    OrientationService(OrientationTables tables, AgreedTerms agreements, PartnershipService partnerships, SecretariatQueue queue,
            ApplicationEventPublisher facts, Clock clock) {
        this.tables = tables;
        this.agreements = agreements;
        this.partnerships = partnerships;
        this.queue = queue;
        this.facts = facts;
        this.clock = clock;
    }

    public boolean isOriented(PartnershipId partnership) {
        return tables.isOriented(partnership);
    }

    /** Keeps how all partners were oriented: once, by a meeting that was held, or in writing. All members read the minutes. */
    @Transactional
    public void orient(PartnershipId partnership, Orientation orientation, String person) {
        Refusal.unless(!isOriented(partnership), "The orientation was written down already.");
        if (orientation.wasHeld()) {
            expectHeldInTime(partnership, orientation.heldOn());
        }
        List<OrganisationId> members = partnerships.memberIds(partnership);
        Refusal.unless(members.containsAll(orientation.present()), "The members have changed. Please open the form again.");
        tables.orient(partnership, orientation, person);
        Map<OrganisationId, String> names = names(partnership);
        facts.publishEvent(new PartnersOriented(partnership, orientation, orientation.present().stream().map(names::get).sorted().toList(),
                members));
    }

    private void expectHeldInTime(PartnershipId partnership, LocalDate heldOn) {
        LocalDate today = new AgreedWork(agreements.of(partnership)).dayAt(clock.instant());
        Refusal.unless(!heldOn.isAfter(today), "Please write the orientation down once it was held.");
        LocalDate proposed = partnerships.proposedOn(partnership);
        Refusal.unless(!heldOn.isBefore(proposed), "The partnership was proposed on %s: its orientation cannot have been before.".formatted(
                Days.inWords(proposed)));
    }

    /** Keeps what the decision table says about who supports the partnership. What was chosen once stands. */
    @Transactional
    public void chooseSupport(PartnershipId partnership, SupportMechanism mechanism, String reason) {
        if (tables.support(partnership).isEmpty()) {
            tables.choose(partnership, mechanism, reason);
        }
    }

    /** Whether a secretariat is called for and nobody has set it up yet. */
    public boolean secretariatMissing(PartnershipId partnership) {
        return tables.support(partnership).filter(SupportMechanism.SECRETARIAT::equals).isPresent() && !tables.hasSecretariat(partnership);
    }

    /** Why the partnership is supported as it is. */
    public String supportReason(PartnershipId partnership) {
        return tables.supportReason(partnership);
    }

    /** Who can work in the secretariat: the people of those who stay, each with the organisation, by user id. */
    public Map<String, String> colleagues(PartnershipId partnership) {
        Map<String, String> colleagues = new LinkedHashMap<>();
        tables.colleagues(partnership).forEach(one -> colleagues.put(one.account(), one.name() + ", " + one.organisationName()));
        return colleagues;
    }

    /** Somebody who shall work in the secretariat. Refused for who belongs to nobody that stays. */
    public Secretariat.Person colleague(PartnershipId partnership, String account, String duty) {
        return tables.colleagues(partnership).stream().filter(one -> one.account().equals(account)).findFirst()
                .map(one -> new Secretariat.Person(one.organisation(), one.account(), one.name(), duty))
                .orElseThrow(() -> new Refusal("Somebody you named does not belong to a partner any more. Please open the form again."));
    }

    /** Whom all can ask from now on. The people named find the steps of the coordinator for this partnership in a queue of their own. */
    @Transactional
    public void setUpSecretariat(PartnershipId partnership, Secretariat secretariat, String person) {
        Refusal.unless(!tables.hasSecretariat(partnership), "The secretariat was set up already.");
        List<OrganisationId> members = partnerships.memberIds(partnership);
        Stream<OrganisationId> named = Stream.concat(secretariat.members().stream().map(Secretariat.Person::organisation),
                Stream.of(secretariat.host(), Optional.ofNullable(secretariat.paidBy()).orElse(secretariat.host())));
        Refusal.unless(named.allMatch(members::contains), "The members have changed. Please open the form again.");
        partnerships.expectStaying(partnership, Stream.concat(Stream.of(secretariat.host(), secretariat.paidBy()).filter(Objects::nonNull),
                secretariat.members().stream().map(Secretariat.Person::organisation)).toList());
        tables.setUp(partnership, secretariat, person);
        queue.keep(partnership);
        facts.publishEvent(new SecretariatSetUp(partnership, secretariat, members));
    }

    /** Those of them who have given notice; read together with the names. */
    public Set<OrganisationId> leaving(PartnershipId partnership) {
        return tables.leaving(partnership);
    }

    /** The names of those who stay, in the order of the alphabet: what is new goes to them. */
    public Map<OrganisationId, String> namesStaying(PartnershipId partnership) {
        Map<OrganisationId, String> names = new LinkedHashMap<>(names(partnership));
        names.keySet().removeAll(leaving(partnership));
        return names;
    }

    /** The names of all present members, in the order of the alphabet. */
    public Map<OrganisationId, String> names(PartnershipId partnership) {
        return tables.names(partnership);
    }
}
