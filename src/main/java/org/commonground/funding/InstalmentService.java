package org.commonground.funding;

import static java.util.Comparator.naturalOrder;
import static org.commonground.foundation.Amounts.same;
import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.commitment.CommitmentService;
import org.commonground.commitment.InstalmentCancelled;
import org.commonground.foundation.Days;
import org.commonground.foundation.Money;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.commonground.partnership.PartnershipService;
import org.commonground.work.AgreedWork;
import org.commonground.work.AlertKind;
import org.commonground.work.Alerts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The money that resource providers promised: when it is looked at, who says that it came, and who hears that it is late. */
@Service
public class InstalmentService {

    /** After so many days whoever said nothing is asked again. */
    private static final int ASK_AGAIN_DAYS = 14;
    /** Whoever expects money later than this should rather agree on another date with everybody. */
    private static final int LATEST_MONTHS = 12;
    private static final String NOBODY_WAITS = "Nobody waits for this instalment any more.";

    private final InstalmentTables tables;
    private final CommitmentService commitments;
    private final AgreedTerms agreements;
    private final PartnershipService partnerships;
    private final Alerts alerts;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    InstalmentService(InstalmentTables tables, CommitmentService commitments, AgreedTerms agreements, PartnershipService partnerships,
            Alerts alerts, ApplicationEventPublisher facts, Clock clock) {
        this.tables = tables;
        this.commitments = commitments;
        this.agreements = agreements;
        this.partnerships = partnerships;
        this.alerts = alerts;
        this.facts = facts;
        this.clock = clock;
    }

    public List<Instalment> of(PartnershipId partnership) {
        return tables.instalments(partnership);
    }

    /** The money that came, in the order of the days. */
    public List<Receipt> receipts(PartnershipId partnership) {
        return tables.receipts(partnership);
    }

    public Instalment find(UUID id) {
        return tables.instalment(id).orElseThrow(() -> new NotFound("There is no such instalment."));
    }

    /** The open instalments whose receivers are to be asked today. */
    public List<Instalment> dueInstalments(PartnershipId partnership) {
        LocalDate today = today(partnership);
        return of(partnership).stream().filter(instalment -> instalment.isOpen() && !instalment.askOn().isAfter(today)).toList();
    }

    /**
     * The day on which money has to be looked at next. While a seat is silent or asked anew, every day: it may still promise
     * something that is due soon. Where nothing is awaited, a day a few months ahead, since more may be agreed.
     */
    public LocalDate nextLook(PartnershipId partnership) {
        AgreedWork work = new AgreedWork(agreements.of(partnership));
        LocalDate today = work.dayAt(clock.instant());
        boolean waiting = Stream.concat(commitments.silentSeats(partnership).stream(), commitments.seatsToRenew(partnership).stream())
                .anyMatch(seat -> seat.role() == Role.RESOURCE_PROVIDER);
        Optional<LocalDate> next = Stream.concat(of(partnership).stream().filter(Instalment::isOpen).map(Instalment::askOn),
                waiting ? Stream.of(today.plusDays(1)) : Stream.empty()).min(naturalOrder());
        return next.orElseGet(() -> work.nextLookAfter(today));
    }

    /** Whether the term is over. */
    public boolean isTermOver(PartnershipId partnership) {
        return new AgreedWork(agreements.of(partnership)).isOverAt(clock.instant());
    }

    /** The members whose people can say whether an instalment came: its receiver, and the lead unless it pays. */
    public List<OrganisationId> receivers(PartnershipId partnership, UUID id) {
        Instalment instalment = find(id);
        return partnerships.presentWithLead(partnership, instalment.receiver()).stream()
                .filter(one -> one.equals(instalment.receiver()) || !one.equals(instalment.provider())).toList();
    }

    /** Money came, all of it or a part: those concerned hear what is still missing, and its receiver is asked again. */
    @Transactional
    public void receive(PartnershipId partnership, UUID id, LocalDate on, BigDecimal amount, String note, String person) {
        Instalment instalment = open(id);
        AgreedWork work = new AgreedWork(agreements.of(partnership));
        LocalDate today = work.dayAt(clock.instant());
        Refusal.unless(on != null && !on.isAfter(today), "Please say on which day it came.");
        Refusal.unless(!on.isBefore(work.begins()), "The agreement holds from %s: money it speaks of cannot have come before.".formatted(
                Days.inWords(work.begins())));
        Refusal.unless(amount != null && amount.signum() > 0, "Please say how much came. If nothing came, choose “not yet”.");
        Money.expectCounted("Amount that came", amount, instalment.currency());
        Refusal.unless(amount.compareTo(instalment.missing()) <= 0,
                "At most %s is still to come of this instalment. If more came, please count the rest towards another one."
                        .formatted(instalment.missingInWords()));
        Refusal.unless(tables.hold(id), NOBODY_WAITS);
        tables.receive(id, on, amount, maybe(note), person);
        if (same(amount, instalment.missing())) {
            alerts.resolve(partnership, AlertKind.MONEY_LATE, id.toString());
        } else {
            LocalDate again = today.plusDays(ASK_AGAIN_DAYS);
            tables.askAgain(id, again);
            alertLate(partnership, find(id), "A part has come. The rest is asked for again on %s.".formatted(Days.inWords(again)));
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
        alertLate(partnership, instalment,
                "It has not come yet. What is known: “%s” It is expected on %s.".formatted(sentence(why), Days.inWords(expectedOn)));
    }

    /** Nobody said whether money came: those concerned hear it, and its receiver is asked again. */
    @Transactional
    public void alertUnconfirmed(PartnershipId partnership, UUID id) {
        Instalment instalment = find(id);
        if (instalment.isOpen()) {
            LocalDate again = today(partnership).plusDays(ASK_AGAIN_DAYS);
            tables.askAgain(id, again);
            alertLate(partnership, instalment,
                    "%s has not said whether it came. It is asked again on %s.".formatted(instalment.receiverName(), Days.inWords(again)));
        }
    }

    /** Another member receives it and is asked whether it came. */
    @Transactional
    public void passOn(UUID id, OrganisationId receiver) {
        tables.passOn(id, receiver);
    }

    /** Nobody waits for it any more. Whoever is asked need not say. */
    @Transactional
    public void cancel(PartnershipId partnership, UUID id) {
        tables.cancel(id);
        alerts.resolve(partnership, AlertKind.MONEY_LATE, id.toString());
        facts.publishEvent(new InstalmentCancelled(partnership, id));
    }

    private void alertLate(PartnershipId partnership, Instalment instalment, String what) {
        alerts.raise(partnership, AlertKind.MONEY_LATE, instalment.provider(), instalment.id().toString(),
                "%s of %s for “%s” was due on %s. %s".formatted(instalment.missingInWords(), instalment.providerName(), instalment.what(),
                        Days.inWords(instalment.due()), what),
                withLead(partnership, instalment.provider(), instalment.receiver()));
    }

    private static String sentence(String words) {
        return words.matches("(?s).*[.!?]$") ? words : words + ".";
    }

    private Instalment open(UUID id) {
        Instalment instalment = find(id);
        Refusal.unless(instalment.isOpen(), NOBODY_WAITS);
        return instalment;
    }

    private List<OrganisationId> withLead(PartnershipId partnership, OrganisationId... concerned) {
        return Stream.concat(Stream.of(concerned), partnerships.presentLead(partnership).stream()).toList();
    }

    private LocalDate today(PartnershipId partnership) {
        return new AgreedWork(agreements.of(partnership)).dayAt(clock.instant());
    }
}
