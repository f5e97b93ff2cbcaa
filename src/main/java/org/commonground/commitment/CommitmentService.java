package org.commonground.commitment;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.commonground.foundation.Words.said;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.SealedAgreement;
import org.commonground.foundation.Days;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.Contribution;
import org.commonground.organisation.OrganisationService;
import org.commonground.orientation.OrientationService;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.partnership.Term;
import org.commonground.work.AgreedWork;
import org.commonground.work.AlertKind;
import org.commonground.work.Alerts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each seat brings to the work, and what becomes of it. */
@Service
public class CommitmentService {

    /** After so many days whoever said nothing is asked again. */
    private static final int ASK_AGAIN_DAYS = 14;
    /** Who releases what an amendment struck. */
    private static final String BY_AGREEMENT = "agreement";

    private final CommitmentTables tables;
    private final PromisedLines lines;
    private final AgreedTerms agreements;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final OrientationService orientations;
    private final Alerts alerts;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    CommitmentService(CommitmentTables tables, PromisedLines lines, AgreedTerms agreements, PartnershipService partnerships,
            OrganisationService organisations, OrientationService orientations, Alerts alerts, ApplicationEventPublisher facts,
            Clock clock) {
        this.tables = tables;
        this.lines = lines;
        this.agreements = agreements;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.orientations = orientations;
        this.alerts = alerts;
        this.facts = facts;
        this.clock = clock;
    }

    /** The seats that have not said yet what they bring. */
    public List<Seat> silentSeats(PartnershipId partnership) {
        Set<Seat> pledged = tables.pledged(partnership).keySet();
        return seats(partnership).filter(seat -> !pledged.contains(seat)).toList();
    }

    /** Those of them whom no matter asks: not who joined by one. */
    public List<Seat> seatsToAsk(PartnershipId partnership) {
        Set<OrganisationId> newcomers = tables.newcomers(partnership).keySet();
        return silentSeats(partnership).stream().filter(seat -> !newcomers.contains(seat.organisation())).toList();
    }

    /**
     * Lets the seats of who joined be asked what they bring, by the room of its matter alone. Who was here before gives its word anew. May
     * be repeated.
     */
    @Transactional
    public void askNewcomer(PartnershipId partnership, OrganisationId newcomer, UUID matter) {
        tables.askNewcomer(partnership, newcomer, matter);
        Map<Seat, Optional<UUID>> pledged = tables.pledged(partnership);
        int version = agreements.of(partnership).version();
        seats(partnership).filter(seat -> seat.organisation().equals(newcomer) && pledged.containsKey(seat))
                .forEach(seat -> tables.askAnew(partnership, seat, version, matter));
    }

    /** The seats that have given their word and are asked anew, since the agreement expects something else of them now. */
    public List<Seat> seatsToRenew(PartnershipId partnership) {
        return toRenew(partnership, matter -> true);
    }

    /** Those of them whom the room of this matter asks; none once the work is over. */
    public List<Seat> seatsToRenew(PartnershipId partnership, UUID matter) {
        boolean over = new AgreedWork(agreements.of(partnership)).isOverAt(clock.instant())
                || partnerships.card(partnership).phase().compareTo(Phase.IN_FORCE) > 0;
        return over ? List.of() : Stream.concat(newcomerSeats(partnership, matter).stream(), toRenew(partnership, matter::equals).stream())
                .toList();
    }

    private List<Seat> newcomerSeats(PartnershipId partnership, UUID matter) {
        Map<OrganisationId, UUID> newcomers = tables.newcomers(partnership);
        return newcomers.containsValue(matter) ? silentSeats(partnership).stream()
                .filter(seat -> matter.equals(newcomers.get(seat.organisation()))).toList() : List.of();
    }

    private List<Seat> toRenew(PartnershipId partnership, Predicate<UUID> asking) {
        Map<Seat, Optional<UUID>> pledged = tables.pledged(partnership);
        return seats(partnership).filter(seat -> pledged.getOrDefault(seat, Optional.empty()).filter(asking).isPresent()).toList();
    }

    private Stream<Seat> seats(PartnershipId partnership) {
        return partnerships.seats(partnership).stream().map(held -> new Seat(held.organisation(), held.seat().role())).distinct();
    }

    /** The lines of the agreement that a seat is to answer: all of them, or of a seat that is asked anew those that changed. */
    public List<SeatLine> linesToAnswer(PartnershipId partnership, Seat seat) {
        return lines.lay(partnership, seat, new AgreedWork(agreements.of(partnership)).contributionsOf(seat)).toAnswer();
    }

    /**
     * Refuses contributions that leave less of a line than has come of it already.
     *
     * @param after all contributions of the partnership as they would then stand
     */
    public void expectPaidStays(PartnershipId partnership, List<Contribution> after) {
        of(partnership).stream().filter(paid -> paid.received().signum() > 0).map(Commitment::seat).distinct().forEach(seat -> {
            PromisedLines.Laid laid = lines.lay(partnership, seat, AgreedWork.contributionsOf(after, seat));
            laid.gone().stream().filter(gone -> gone.received().signum() > 0).findFirst().ifPresent(gone -> {
                throw new Refusal("“%s” of %s: %s of it has come already, so it cannot be struck or come in another currency. %s"
                        .formatted(gone.what(), gone.name(), gone.receivedInWords(), "Please leave it with that amount at least."));
            });
            laid.pairs().stream().filter(pair -> pair.before() != null).forEach(pair -> {
                Commitment paid = pair.before().commitment();
                Refusal.unless(pair.agreed().amount() == null || pair.agreed().amount().compareTo(paid.received()) >= 0,
                        "“%s” of %s: %s has come already. Please agree on that amount at least.".formatted(pair.agreed().what(),
                                paid.name(), paid.receivedInWords()));
            });
        });
    }

    /**
     * Asks those seats anew whose contributions another version of the agreement changed; the others keep what they promised. Whoever
     * has not given its word yet is asked for it as before. A promise whose line stands in the agreement no more is released, and the
     * others hear the reason. May be repeated.
     *
     * @param before what bound the partners
     * @param after  what binds them now
     * @param matter whose room asks them; who is asked by the room of an earlier matter still is asked there alone
     * @return whether the room of this matter asks anybody
     */
    @Transactional
    public boolean askAgainWhereChanged(PartnershipId partnership, SealedAgreement before, SealedAgreement after, UUID matter) {
        Map<Seat, Optional<UUID>> pledged = tables.pledged(partnership);
        seats(partnership).filter(pledged::containsKey).filter(seat -> pledged.get(seat).isPresent() || changed(before, after, seat))
                .forEach(seat -> {
                    PromisedLines.Laid laid = lines.lay(partnership, seat, new AgreedWork(after).contributionsOf(seat));
                    laid.gone().stream().filter(Commitment::isOpen).forEach(gone -> strike(partnership, gone, after.version()));
                    if (laid.toAnswer().isEmpty()) {
                        tables.askNoMore(partnership, seat);
                    } else if (pledged.get(seat).isEmpty()) {
                        tables.askAnew(partnership, seat, after.version(), matter);
                    }
                });
        return !toRenew(partnership, matter::equals).isEmpty();
    }

    private static boolean changed(SealedAgreement before, SealedAgreement after, Seat seat) {
        List<Contribution> then = new AgreedWork(before).contributionsOf(seat);
        List<Contribution> now = new AgreedWork(after).contributionsOf(seat);
        return then.size() != now.size()
                || !IntStream.range(0, now.size()).allMatch(nr -> PromisedLines.saysTheSame(then.get(nr), now.get(nr)));
    }

    private void strike(PartnershipId partnership, Commitment gone, int version) {
        String reason = "Version %d of the agreement does not name it any more.".formatted(version);
        if (tables.strike(gone.id(), version, reason, BY_AGREEMENT)) {
            tellReleased(partnership, gone, reason);
        }
    }

    /**
     * Takes a seat's word about everything that the agreement expects of it, and about what it brings beyond that. What is less than
     * agreed needs a reason, and all others hear of it. A seat that is asked anew answers the lines that changed: its new word takes the
     * place of the old one, and money that came stays counted.
     *
     * @param seen     the version of the agreement that was shown
     * @param payments of money: those of one offer add up to its amount, with what came of it already
     */
    @Transactional
    public void commit(PartnershipId partnership, Seat seat, int seen, List<Offer> offers, List<Payment> payments, String person) {
        AgreedWork work = new AgreedWork(agreements.of(partnership));
        Refusal.unless(work.agreement().version() == seen,
                "The agreement has changed since you opened this page. Please reload it and look again.");
        Map<Seat, Optional<UUID>> pledged = tables.pledged(partnership);
        boolean anew = pledged.getOrDefault(seat, Optional.empty()).isPresent();
        Refusal.unless(anew || !pledged.containsKey(seat), "A colleague has answered for this seat already.");
        List<SeatLine> agreed = linesToAnswer(partnership, seat);
        Refusal.unless(offers.stream().filter(offer -> offer.nr() != null).map(Offer::nr).distinct().count() == agreed.size(),
                "Please answer each line of the agreement. Reload the page if one is missing.");
        Refusal.unless(!offers.isEmpty(), "Please say at least one thing that you bring. A small thing counts.");
        List<OrganisationId> receivers = payments.isEmpty() ? List.of() : List.copyOf(orientations.names(partnership).keySet());
        if (payments.stream().map(Payment::receiver).anyMatch(orientations.leaving(partnership)::contains)) {
            partnerships.expectStaying(partnership, payments.stream().map(Payment::receiver).toList());
        }
        List<Alerts.About> settled = new ArrayList<>(List.of(new Alerts.About(AlertKind.SEAT_SILENT, seat.groupId())));
        Map<UUID, Pledging.Before> before = before(partnership, work, seat.role(), agreed, settled);
        List<CommitmentTables.Pledged> rows = offers.stream().map(offer -> Pledging.row(offer, agreed, before, seat.role())).toList();
        expectWithinTerm(partnership, work, rows.stream().map(CommitmentTables.Pledged::offer).toList(), agreed, payments);
        Map<UUID, List<Payment>> schedule = Pledging.schedule(seat.role(), rows, payments, receivers);
        tables.pledge(partnership, seat, seen, rows, schedule, person);
        alerts.resolve(partnership, settled);
        List<String> differences = rows.stream().filter(row -> row.difference() != null && row.offer().reason() != null)
                .map(row -> "%s: %s. %s".formatted(row.offer().what(), row.difference(), row.offer().reason())).toList();
        if (!differences.isEmpty()) {
            facts.publishEvent(new CommitmentDiffers(partnership, seat.organisation(), differences,
                    others(partnership, seat.organisation())));
        }
    }

    /** What a seat promises otherwise than it was agreed, and money, come while the agreement holds. */
    private void expectWithinTerm(PartnershipId partnership, AgreedWork work, List<Offer> offers, List<SeatLine> agreed,
            List<Payment> payments) {
        List<Offer> elsewhen = offers.stream().filter(offer -> !offer.cannot() && offer.from() != null && offer.to() != null)
                .filter(offer -> isElsewhen(offer, agreed)).toList();
        if (!elsewhen.isEmpty()) {
            Term term = work.term(partnerships.proposedOn(partnership));
            elsewhen.forEach(offer -> term.expect(offer.what(), offer.from(), offer.to()));
        }
        payments.forEach(payment -> Refusal.unless(!payment.due().isBefore(work.begins()) && !payment.due().isAfter(work.ends()),
                "An instalment is due on %s, but the agreement holds from %s to %s. Please choose a day within that time.".formatted(
                Days.inWords(payment.due()), Days.inWords(work.begins()), Days.inWords(work.ends()))));
    }

    private static boolean isElsewhen(Offer offer, List<SeatLine> agreed) {
        return agreed.stream().filter(line -> offer.nr() != null && line.nr() == offer.nr()).map(SeatLine::agreed)
                .noneMatch(line -> offer.from().equals(line.from()) && offer.to().equals(line.to()));
    }

    /**
     * What a seat has promised of the lines that it answers anew. What came of the money is read after nobody can add to it any more, and
     * nobody is told any more that it is late.
     */
    private Map<UUID, Pledging.Before> before(PartnershipId partnership, AgreedWork work, Role role, List<SeatLine> agreed,
            List<Alerts.About> settled) {
        Set<UUID> answered = agreed.stream().map(SeatLine::before).filter(Objects::nonNull).map(Commitment::id).collect(toSet());
        Map<UUID, UUID> origins = tables.standing(partnership).stream().filter(one -> answered.contains(one.commitment().id()))
                .collect(toMap(one -> one.commitment().id(), CommitmentTables.Standing::origin));
        List<CommitmentTables.Paid> paid = new ArrayList<>();
        if (role == Role.RESOURCE_PROVIDER && !origins.isEmpty()) {
            tables.replaceInstalments(List.copyOf(origins.keySet()));
            paid.addAll(tables.paid(List.copyOf(origins.values())));
            paid.forEach(one -> settled.add(new Alerts.About(AlertKind.MONEY_LATE, one.instalment().toString())));
            tellCancelled(partnership, work, paid);
        }
        return origins.entrySet().stream().collect(toMap(Map.Entry::getKey, one -> new Pledging.Before(one.getValue(), paid.stream()
                .filter(part -> part.origin().equals(one.getValue())).map(CommitmentTables.Paid::received)
                .reduce(BigDecimal.ZERO, BigDecimal::add))));
    }

    /** Raises an alert for each seat that said nothing; it is asked again later. */
    @Transactional
    public void alertSilentSeats(PartnershipId partnership) {
        alert(partnership, seatsToAsk(partnership), "");
    }

    /** The same for those whom the room of a matter asks anew. */
    @Transactional
    public void alertSilentSeats(PartnershipId partnership, UUID matter) {
        List<Seat> newcomers = newcomerSeats(partnership, matter);
        alert(partnership, newcomers, "");
        alert(partnership, seatsToRenew(partnership, matter).stream().filter(seat -> !newcomers.contains(seat)).toList(),
                " since the agreement was changed");
    }

    private void alert(PartnershipId partnership, List<Seat> silent, String since) {
        LocalDate again = askSeatsAgainOn(partnership);
        for (Seat seat : silent) {
            alerts.raise(partnership, AlertKind.SEAT_SILENT, seat.organisation(), seat.groupId(),
                    "%s has not said yet what it brings as %s%s. The others cannot count on it. It is asked again on %s."
                            .formatted(organisations.card(seat.organisation()).name(), seat.role().label().toLowerCase(), since,
                                    Days.inWords(again)),
                    Stream.concat(Stream.of(seat.organisation()), partnerships.presentLead(partnership).stream()).toList());
        }
    }

    /** Which day of the work it is. */
    public LocalDate today(PartnershipId partnership) {
        return new AgreedWork(agreements.of(partnership)).dayAt(clock.instant());
    }

    /** When silent seats are asked again: with the next period, where that comes soon. */
    public LocalDate askSeatsAgainOn(PartnershipId partnership) {
        AgreedWork work = new AgreedWork(agreements.of(partnership));
        LocalDate today = work.dayAt(clock.instant());
        return Stream.of(work.beginOf(work.slotOf(today) + 1), today.plusDays(ASK_AGAIN_DAYS)).min(naturalOrder()).orElseThrow();
    }

    /** What was promised, kept and released, seat by seat; what was promised anew stands there once, as it was promised last. */
    public List<Commitment> of(PartnershipId partnership) {
        return tables.standing(partnership).stream().map(CommitmentTables.Standing::commitment).toList();
    }

    /** Says that a promise was kept, where no payment says so. */
    @Transactional
    public void keep(UUID commitment, String person) {
        Refusal.unless(tables.decide(commitment, true, null, person), "It was said before what became of this commitment.");
    }

    /** Lets an organisation off a promise. The others hear the reason; its open instalments are not asked for any more. */
    @Transactional
    public void release(PartnershipId partnership, UUID commitment, String reason, String person) {
        Commitment released = of(partnership).stream().filter(one -> one.id().equals(commitment)).findFirst()
                .orElseThrow(() -> new NotFound("There is no such commitment in this partnership."));
        String why = said(reason, "Please say why “%s” is released: all partners read the reason.".formatted(released.what()));
        Refusal.unless(released.isOpen(),
                "“%s” is no open promise any more: %s.".formatted(released.what(), released.state().label().toLowerCase()));
        tables.decide(commitment, false, why, person);
        tellReleased(partnership, released, why);
    }

    private void tellReleased(PartnershipId partnership, Commitment released, String why) {
        List<CommitmentTables.Paid> instalments = tables.instalments(released.id());
        instalments.forEach(one -> alerts.resolve(partnership, AlertKind.MONEY_LATE, one.instalment().toString()));
        tellCancelled(partnership, new AgreedWork(agreements.of(partnership)), instalments);
        OrganisationId organisation = released.seat().organisation();
        facts.publishEvent(new CommitmentReleased(partnership, organisation, released.inWords(), why, others(partnership, organisation)));
    }

    private void tellCancelled(PartnershipId partnership, AgreedWork work, List<CommitmentTables.Paid> instalments) {
        LocalDate today = work.dayAt(clock.instant());
        instalments.stream().filter(one -> one.isAsked(today))
                .forEach(one -> facts.publishEvent(new InstalmentCancelled(partnership, one.instalment())));
    }

    /** The seat in words: {@code Cotton institute, expert}. */
    public String inWords(Seat seat) {
        return inWords(seat, organisations.card(seat.organisation()).name());
    }

    /** The same, with the name of its organisation. */
    public static String inWords(Seat seat, String name) {
        return name + ", " + seat.role().label().toLowerCase();
    }

    private List<OrganisationId> others(PartnershipId partnership, OrganisationId but) {
        return partnerships.memberIds(partnership).stream().filter(member -> !member.equals(but)).toList();
    }
}
