package org.commonground.delivery;

import static java.util.Comparator.naturalOrder;
import static org.commonground.delivery.Words.amount;
import static org.commonground.delivery.Words.day;
import static org.commonground.delivery.Words.maybe;
import static org.commonground.delivery.Words.said;
import static org.commonground.delivery.Words.same;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.AgendaItem;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.ContributionKind;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the work begins, what each seat brings to it, and the money that flows. The periods of the work are {@link PeriodService}'s. */
@Service
public class DeliveryService {

    /** After so many days whoever said nothing is asked again. */
    private static final int ASK_AGAIN_DAYS = 14;
    /** Whoever expects money later than this should rather agree on another date with everybody. */
    private static final int LATEST_MONTHS = 12;

    private final DeliveryTables tables;
    private final AgreementReader agreements;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final Alerts alerts;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    DeliveryService(DeliveryTables tables, AgreementReader agreements, PartnershipService partnerships, OrganisationService organisations,
            Alerts alerts, ApplicationEventPublisher facts, Clock clock) {
        this.tables = tables;
        this.agreements = agreements;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.alerts = alerts;
        this.facts = facts;
        this.clock = clock;
    }

    // How the work begins

    public boolean isOriented(PartnershipId partnership) {
        return tables.isOriented(partnership);
    }

    /** Keeps that all partners were oriented: once, by a meeting that was held. All members read its minutes. */
    @Transactional
    public void orient(PartnershipId partnership, Orientation orientation, String person) {
        Refusal.unless(!isOriented(partnership), "The orientation was written down already.");
        Refusal.unless(!orientation.heldOn().isAfter(today(partnership)), "Please write the orientation down once it was held.");
        List<OrganisationId> members = members(partnership);
        Refusal.unless(members.containsAll(orientation.present()), "The members have changed. Please open the form again.");
        tables.orient(partnership, orientation, person);
        facts.publishEvent(new PartnersOriented(partnership, orientation, members));
    }

    /** Keeps what the decision table says about who supports the partnership. What was chosen once stands. */
    @Transactional
    public void chooseSupport(PartnershipId partnership, SupportMechanism mechanism, String reason) {
        if (tables.support(partnership).isEmpty()) {
            tables.support(partnership, mechanism, reason);
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

    @Transactional
    public void setUpSecretariat(PartnershipId partnership, Secretariat secretariat, String person) {
        Refusal.unless(!tables.hasSecretariat(partnership), "The secretariat was set up already.");
        List<OrganisationId> members = members(partnership);
        Stream<OrganisationId> named = Stream.concat(secretariat.members().stream().map(Secretariat.Person::organisation),
                Stream.of(secretariat.host(), Optional.ofNullable(secretariat.paidBy()).orElse(secretariat.host())));
        Refusal.unless(named.allMatch(members::contains), "The members have changed. Please open the form again.");
        tables.setUp(partnership, secretariat, person);
        facts.publishEvent(new SecretariatSetUp(partnership, secretariat, members));
    }

    // What each seat commits

    /** What the sealed agreement says about the work. */
    public AgreedWork agreedWork(PartnershipId partnership) {
        return agreements.work(partnership);
    }

    /** The agenda of action on which the partners agreed. */
    public List<AgendaItem> agenda(PartnershipId partnership) {
        return agreements.agenda(partnership);
    }

    /** The seats that have not said yet what they bring. */
    public List<Seat> silentSeats(PartnershipId partnership) {
        Set<Seat> pledged = tables.pledged(partnership);
        return seats(partnership).filter(seat -> !pledged.contains(seat)).toList();
    }

    private Stream<Seat> seats(PartnershipId partnership) {
        return partnerships.seats(partnership).stream().map(held -> new Seat(held.organisation(), held.seat().role())).distinct();
    }

    /**
     * Takes a seat's word about everything that the agreement expects of it, and about what it brings beyond that. What is less than
     * agreed needs a reason, and all others hear of it.
     *
     * @param seen     the version of the agreement that was shown
     * @param payments of money: those of one offer add up to its amount
     */
    @Transactional
    public void commit(PartnershipId partnership, Seat seat, int seen, List<Offer> offers, List<Payment> payments, String person) {
        AgreedWork work = agreements.work(partnership);
        Refusal.unless(work.version() == seen, "The agreement has changed since you opened this page. Please reload it and look again.");
        Set<Seat> pledged = tables.pledged(partnership);
        Refusal.unless(!pledged.contains(seat), "A colleague has answered for this seat already.");
        List<Contribution> agreed = work.contributionsOf(seat);
        Refusal.unless(offers.stream().filter(offer -> offer.nr() != null).map(Offer::nr).distinct().count() == agreed.size(),
                "Please answer each line of the agreement. Reload the page if one is missing.");
        Refusal.unless(!offers.isEmpty(), "Please say at least one thing that you bring. A small thing counts.");
        List<DeliveryTables.Pledged> rows = offers.stream().map(offer -> pledged(offer, agreed, seat.role())).toList();
        Map<UUID, List<Payment>> schedule = schedule(seat.role(), rows, payments, members(partnership));
        tables.pledge(partnership, seat, seen, rows, schedule, person);
        alerts.resolve(partnership, AlertKind.SEAT_SILENT, seat.groupId());
        List<String> differences = rows.stream().filter(row -> row.difference() != null && row.offer().reason() != null)
                .map(row -> "%s: %s. %s".formatted(row.offer().what(), row.difference(), row.offer().reason())).toList();
        if (!differences.isEmpty()) {
            facts.publishEvent(new CommitmentDiffers(partnership, seat.organisation(), differences, others(partnership, seat.organisation())));
        }
    }

    private static DeliveryTables.Pledged pledged(Offer offer, List<Contribution> agreed, Role role) {
        if (offer.nr() == null) {
            Refusal.unless(!offer.cannot(), "“%s” goes beyond the agreement. If you cannot bring it, please remove the line.".formatted(offer.what()));
            Refusal.unless(role != Role.RESOURCE_PROVIDER || (offer.amount() != null && offer.unit() != null),
                    "“%s”: please say how much, and in which currency.".formatted(offer.what()));
            return new DeliveryTables.Pledged(UUID.randomUUID(), ContributionKind.usualOf(role), offer, null, null);
        }
        Refusal.unless(offer.nr() >= 1 && offer.nr() <= agreed.size(), "The agreement has changed since you opened this page. Please reload it.");
        Contribution contribution = agreed.get(offer.nr() - 1);
        Offer complete = offer.within(contribution);
        return new DeliveryTables.Pledged(UUID.randomUUID(), contribution.kind(), complete, inWords(contribution), complete.difference(contribution));
    }

    /** Money of a resource provider comes in instalments; what another seat puts in is reckoned in the end. */
    private static Map<UUID, List<Payment>> schedule(Role role, List<DeliveryTables.Pledged> rows, List<Payment> payments, List<OrganisationId> members) {
        Map<UUID, List<Payment>> schedule = new LinkedHashMap<>();
        for (Payment payment : payments) {
            Refusal.unless(payment.of() >= 0 && payment.of() < rows.size(), "An instalment belongs to no line of yours. Please choose which one it is of.");
            Refusal.unless(members.contains(payment.receiver()), "Only a member of the partnership can receive an instalment.");
            schedule.computeIfAbsent(rows.get(payment.of()).id(), row -> new ArrayList<>()).add(payment);
        }
        for (DeliveryTables.Pledged row : rows) {
            Offer offer = row.offer();
            BigDecimal sum = schedule.getOrDefault(row.id(), List.of()).stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean money = role == Role.RESOURCE_PROVIDER && row.kind() == ContributionKind.FUNDS && !offer.cannot();
            Refusal.unless(money || sum.signum() == 0, "No money is awaited for “%s”. Please remove its instalments.".formatted(offer.what()));
            Refusal.unless(!money || same(sum, offer.amount()), "“%s”: the instalments make %s, but you commit %s. Please bring the two together."
                    .formatted(offer.what(), amount(sum, offer.unit()), money ? amount(offer.amount(), offer.unit()) : ""));
        }
        return schedule;
    }

    /** What the agreement says about a contribution: {@code Field schools (40 groups), 1 April 2027 to 31 March 2028}. */
    public static String inWords(Contribution contribution) {
        return contribution.what() + (contribution.amount() == null ? "" : " (" + amount(contribution.amount(), contribution.unit()) + ")")
                + ", " + day(contribution.from()) + " to " + day(contribution.to());
    }

    /** Raises an alert for each seat that said nothing; it is asked again later. */
    @Transactional
    public void alertSilentSeats(PartnershipId partnership) {
        LocalDate again = askSeatsAgainOn(partnership);
        for (Seat seat : silentSeats(partnership)) {
            alerts.raise(partnership, AlertKind.SEAT_SILENT, seat.organisation(), seat.groupId(),
                    "%s has not said yet what it brings as %s. The others cannot count on it. It is asked again on %s."
                            .formatted(organisations.card(seat.organisation()).name(), seat.role().label().toLowerCase(), day(again)),
                    withLead(partnership, seat.organisation()));
        }
    }

    /** When silent seats are asked again: with the next period, where that comes soon. */
    public LocalDate askSeatsAgainOn(PartnershipId partnership) {
        AgreedWork work = agreements.work(partnership);
        LocalDate today = work.dayAt(clock.instant());
        return Stream.of(work.beginOf(work.slotOf(today) + 1), today.plusDays(ASK_AGAIN_DAYS)).min(naturalOrder()).orElseThrow();
    }

    /** What was promised, kept and released, seat by seat. */
    public List<Commitment> commitments(PartnershipId partnership) {
        return tables.commitments(partnership);
    }

    /** Says that a promise was kept, where no payment says so. */
    @Transactional
    public void keep(UUID commitment, String person) {
        Refusal.unless(tables.decide(commitment, true, null, person), "It was said before what became of this commitment.");
    }

    /** Lets an organisation off a promise. The others hear the reason; its open instalments are not asked for any more. */
    @Transactional
    public void release(PartnershipId partnership, UUID commitment, String reason, String person) {
        Commitment released = commitments(partnership).stream().filter(one -> one.id().equals(commitment)).findFirst()
                .orElseThrow(() -> new NotFound("There is no such commitment in this partnership."));
        String why = said(reason, "Please say why “%s” is released: all partners read the reason.".formatted(released.what()));
        Refusal.unless(released.isOpen(), "“%s” is no open promise any more: %s.".formatted(released.what(), released.state().label().toLowerCase()));
        tables.decide(commitment, false, why, person);
        instalments(partnership).stream().filter(instalment -> instalment.commitment().equals(commitment))
                .forEach(instalment -> alerts.resolve(partnership, AlertKind.MONEY_LATE, instalment.id().toString()));
        OrganisationId organisation = released.seat().organisation();
        facts.publishEvent(new CommitmentReleased(partnership, organisation, released.inWords(), why, others(partnership, organisation)));
    }

    // Money

    public List<Instalment> instalments(PartnershipId partnership) {
        return tables.instalments(partnership);
    }

    public Instalment instalment(UUID id) {
        return tables.instalment(id).orElseThrow(() -> new NotFound("There is no such instalment."));
    }

    /** The open instalments whose receivers are to be asked today. */
    public List<Instalment> dueInstalments(PartnershipId partnership) {
        LocalDate today = today(partnership);
        return instalments(partnership).stream().filter(instalment -> instalment.isOpen() && !instalment.askOn().isAfter(today)).toList();
    }

    /**
     * The day on which money has to be looked at next; empty when all came. While a seat is silent, every day: it may still
     * promise something that is due soon.
     */
    public Optional<LocalDate> nextLook(PartnershipId partnership) {
        Optional<LocalDate> next = instalments(partnership).stream().filter(Instalment::isOpen).map(Instalment::askOn).sorted().findFirst();
        boolean waiting = silentSeats(partnership).stream().anyMatch(seat -> seat.role() == Role.RESOURCE_PROVIDER);
        LocalDate tomorrow = today(partnership).plusDays(1);
        return waiting && next.filter(day -> day.isBefore(tomorrow)).isEmpty() ? Optional.of(tomorrow) : next;
    }

    /** The organisations whose people can say whether an instalment came: its receiver, and the lead unless it pays. */
    public List<OrganisationId> receivers(PartnershipId partnership, UUID id) {
        Instalment instalment = instalment(id);
        return withLead(partnership, instalment.receiver()).stream().distinct()
                .filter(one -> one.equals(instalment.receiver()) || !one.equals(instalment.provider())).toList();
    }

    /** Money came, all of it or a part: those concerned hear what is still missing, and its receiver is asked again. */
    @Transactional
    public void receive(PartnershipId partnership, UUID id, LocalDate on, BigDecimal amount, String note, String person) {
        Instalment instalment = open(id);
        Refusal.unless(on != null && !on.isAfter(today(partnership)), "Please say on which day it came.");
        Refusal.unless(amount != null && amount.signum() > 0, "Please say how much came. If nothing came, choose “not yet”.");
        Refusal.unless(amount.compareTo(instalment.missing()) <= 0,
                "At most %s is still to come of this instalment. If more came, please count the rest towards another one.".formatted(instalment.missingInWords()));
        tables.receive(id, on, amount, maybe(note), person);
        if (same(amount, instalment.missing())) {
            alerts.resolve(partnership, AlertKind.MONEY_LATE, id.toString());
        } else {
            LocalDate again = today(partnership).plusDays(ASK_AGAIN_DAYS);
            tables.askAgain(id, again);
            alertLate(partnership, instalment(id), "A part has come. The rest is asked for again on %s.".formatted(day(again)));
        }
    }

    /** Money that is due has not come: those concerned hear it, and its receiver is asked again on the day it expects it. */
    @Transactional
    public void notYet(PartnershipId partnership, UUID id, LocalDate expectedOn, String known, String person) {
        Instalment instalment = open(id);
        LocalDate today = today(partnership);
        Refusal.unless(expectedOn != null && expectedOn.isAfter(today), "Please say on which later day you expect it: we ask again then.");
        Refusal.unless(!expectedOn.isAfter(today.plusMonths(LATEST_MONTHS)),
                "That is more than a year away. Please agree on another date with the provider, or choose a day on which we ask again.");
        String why = said(known, "Please write what you know about the delay: the provider and the lead read it.");
        tables.askAgain(id, expectedOn);
        alertLate(partnership, instalment, "It has not come yet. What is known: “%s” It is expected on %s.".formatted(sentence(why), day(expectedOn)));
    }

    /** Nobody said whether money came: those concerned hear it, and its receiver is asked again. */
    @Transactional
    public void alertUnconfirmed(PartnershipId partnership, UUID id) {
        Instalment instalment = instalment(id);
        if (instalment.isOpen()) {
            LocalDate again = today(partnership).plusDays(ASK_AGAIN_DAYS);
            tables.askAgain(id, again);
            alertLate(partnership, instalment, "%s has not said whether it came. It is asked again on %s.".formatted(instalment.receiverName(), day(again)));
        }
    }

    private void alertLate(PartnershipId partnership, Instalment instalment, String what) {
        alerts.raise(partnership, AlertKind.MONEY_LATE, instalment.provider(), instalment.id().toString(),
                "%s of %s for “%s” was due on %s. %s".formatted(instalment.missingInWords(), instalment.providerName(), instalment.what(),
                        day(instalment.due()), what),
                withLead(partnership, instalment.provider(), instalment.receiver()));
    }

    private static String sentence(String words) {
        return words.matches("(?s).*[.!?]$") ? words : words + ".";
    }

    private Instalment open(UUID id) {
        Instalment instalment = instalment(id);
        Refusal.unless(instalment.isOpen(), "Nobody waits for this instalment any more.");
        return instalment;
    }

    // Alerts

    /** What needed attention so far, the open ones first. */
    public List<Alert> alerts(PartnershipId partnership) {
        return alerts.of(partnership);
    }

    private List<OrganisationId> withLead(PartnershipId partnership, OrganisationId... concerned) {
        return Stream.concat(Stream.of(concerned), partnerships.presentLead(partnership).stream()).toList();
    }

    private List<OrganisationId> members(PartnershipId partnership) {
        return partnerships.members(partnership).stream().map(Member::organisation).toList();
    }

    private List<OrganisationId> others(PartnershipId partnership, OrganisationId but) {
        return members(partnership).stream().filter(member -> !member.equals(but)).toList();
    }

    /** The names of all present members, in the order of the alphabet. */
    public Map<OrganisationId, String> names(PartnershipId partnership) {
        return tables.names(partnership);
    }

    /** The seat in words: {@code Cotton institute, expert}. */
    public String inWords(Seat seat) {
        return organisations.card(seat.organisation()).name() + ", " + seat.role().label().toLowerCase();
    }

    private LocalDate today(PartnershipId partnership) {
        return agreements.work(partnership).dayAt(clock.instant());
    }
}
