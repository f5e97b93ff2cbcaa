package org.commonground.withdrawal;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.PartnershipService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The leaving of a partner, from its notice to its last day. What it holds passes on by {@link PassingService}. */
@Service
public class WithdrawalService {

    private static final String MACHINE = "system";

    private final Withdrawals withdrawals;
    private final Passings passings;
    private final PassingService passing;
    private final HeldThings held;
    private final NoticeTime notice;
    private final MatterService matters;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final OncePerTransaction once;
    private final ApplicationEventPublisher facts;

    WithdrawalService(Withdrawals withdrawals, Passings passings, PassingService passing, HeldThings held, NoticeTime notice,
            MatterService matters, PartnershipService partnerships, OrganisationService organisations, OncePerTransaction once,
            ApplicationEventPublisher facts) {
        this.withdrawals = withdrawals;
        this.passings = passings;
        this.passing = passing;
        this.held = held;
        this.notice = notice;
        this.matters = matters;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.once = once;
        this.facts = facts;
    }

    // Notice

    /** Who leaves. */
    public OrganisationId leaver(UUID matter) {
        MatterCard card = matter(matter);
        return isOwn(card) ? card.raisedBy() : withdrawals.get(matter).organisation();
    }

    private static boolean isOwn(MatterCard card) {
        return card.kind().key().equals(WithdrawalMatter.KEY) && card.decided() == null;
    }

    private MatterCard matter(UUID matter) {
        return once.read(new MatterOf(matter), () -> matters.card(matter));
    }

    private record MatterOf(UUID matter) {
    }

    /** What a partner looks at before it gives notice. */
    public Sheet sheet(UUID matter) {
        MatterCard card = matter(matter);
        NoticeTime.Span days = notice.of(card.partnership());
        return new Sheet(card.why(), days.signed(), days.notice(), days.earliest(), days.signed() ? days.ends().minusDays(1) : null,
                held.of(card.partnership(), card.raisedBy()).stream().map(HeldThing::words).toList());
    }

    /**
     * @param signed   whether an agreement binds it: then there is a notice time
     * @param notice   how long that is, in words
     * @param earliest when the notice is over if it is given today
     * @param latest   the last day but one of the term: on the last one there is nothing to leave; null where nothing is signed
     * @param holds    what it holds, in words
     */
    public record Sheet(String why, boolean signed, String notice, LocalDate earliest, LocalDate latest, List<String> holds) {
    }

    /**
     * Gives notice. All members are told why.
     *
     * @param effective the day on which it leaves; where nothing is signed it leaves at once, whatever is said here
     * @return whether it leaves at once
     */
    @Transactional
    public boolean give(UUID matter, String why, LocalDate effective, String person) {
        MatterCard card = matter(matter);
        PartnershipId partnership = card.partnership();
        matters.objection(partnership, card.kind()).ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
        NoticeTime.Span days = notice.of(partnership);
        String reason = said(why, "Please say why: all members read it.");
        if (!days.signed()) {
            open(matter, partnership, card.raisedBy(), WayOfLeaving.BEFORE_SIGNING, reason, days.today(), person);
            return true;
        }
        Refusal.unless(effective != null, "Please say on which day you leave.");
        Refusal.unless(!effective.isBefore(days.earliest()), "Your agreement asks for %s. The earliest day is %s.".formatted(
                days.notice(), Days.inWords(days.earliest())));
        Refusal.unless(effective.isBefore(days.ends()),
                "The agreement ends on %s for everybody, so there is nothing to leave on that day or later. Please choose an earlier one."
                        .formatted(Days.inWords(days.ends())));
        open(matter, partnership, card.raisedBy(), WayOfLeaving.NOTICE, reason, effective, person);
        facts.publishEvent(new NoticeGiven(partnership, matter, card.raisedBy(), effective, reason, false,
                partnerships.memberIds(partnership)));
        return false;
    }

    private void open(UUID matter, PartnershipId partnership, OrganisationId leaver, WayOfLeaving how, String why, LocalDate effective,
            String person) {
        LocalDate today = notice.today(partnership);
        partnerships.announceLeaving(partnership, leaver, effective);
        once.forget();
        try {
            withdrawals.save(Withdrawal.given(matter, partnership, leaver, how, why, effective, person, today));
        } catch (DuplicateKeyException meanwhile) {
            throw new Refusal("Your organisation has given notice already.");
        }
    }

    // Released by the others

    /**
     * The others have decided that it leaves, or it agreed when they asked: after the notice time, or at once where there is nobody to
     * wait for, or less than that time is left. Nothing is done where it leaves already.
     *
     * @param atOnce because it does not answer any more
     * @return when it leaves; empty where it leaves already
     */
    @Transactional
    public Optional<LocalDate> release(UUID matter, OrganisationId leaver, boolean atOnce, String why, String person) {
        PartnershipId partnership = matters.card(matter).partnership();
        if (!partnerships.partners(partnership).contains(leaver) || partnerships.leaving(partnership).containsKey(leaver)) {
            return Optional.empty();
        }
        LocalDate effective = atOnce ? notice.today(partnership) : noticeEnds(partnership);
        open(matter, partnership, leaver, WayOfLeaving.RELEASED, why, effective, person);
        return Optional.of(effective);
    }

    /** Why the others cannot decide now that it leaves, as a sentence; empty when they can. */
    public Optional<String> objectionToRelease(PartnershipId partnership, OrganisationId leaver) {
        String name = organisations.card(leaver).name();
        LocalDate leaves = partnerships.leaving(partnership).get(leaver);
        return matters.objectionTo(partnership, WithdrawalMatter.KEY).or(() -> leaves == null ? Optional.empty()
                : Optional.of("%s leaves on %s anyway.".formatted(name, Days.inWords(leaves)))).or(() ->
                        partnerships.partners(partnership).contains(leaver) ? Optional.empty()
                                : Optional.of("%s is no full partner now.".formatted(name)));
    }

    /**
     * Raises that it leaves, as others have decided where that binds it: nobody votes again, and nobody asks it for notice. Only a
     * machine's box may do that, since the matter is sent at once.
     *
     * @param decided how they decided, as a sentence
     * @return why nothing was raised, as a sentence; empty where it was
     */
    @Transactional
    public Optional<String> raiseDecided(PartnershipId partnership, OrganisationId leaver, String why, String decided) {
        Optional<String> objection = objectionToRelease(partnership, leaver);
        if (objection.isEmpty()) {
            UUID matter = matters.writeDecided(partnership, WithdrawalMatter.KEY, leaver.code(), why, decided).orElseThrow();
            release(matter, leaver, false, why, MACHINE);
            matters.send(matter);
        }
        return objection;
    }

    /** When somebody leaves who is released today: once the notice time is over, at once where the term ends before. */
    public LocalDate noticeEnds(PartnershipId partnership) {
        NoticeTime.Span days = notice.of(partnership);
        return days.isPossible() ? days.earliest() : days.today();
    }

    /** Whether the others have decided that it leaves, so that nobody asks it for notice. */
    public boolean isReleased(UUID matter) {
        return withdrawals.findById(matter).filter(one -> one.how() == WayOfLeaving.RELEASED).isPresent();
    }

    /** Whether it leaves today, without a time in which it offers what it holds. */
    public boolean isDue(UUID matter) {
        Withdrawal withdrawal = withdrawals.get(matter);
        return !withdrawal.effective().isAfter(notice.today(withdrawal.partnership()));
    }

    /** Tells all members when it leaves; until then it offers what it holds. */
    @Transactional
    public void beginNoticeTime(UUID matter) {
        Withdrawal withdrawal = withdrawals.get(matter);
        facts.publishEvent(new NoticeGiven(withdrawal.partnership(), matter, withdrawal.organisation(), withdrawal.effective(),
                withdrawal.why(), true, partnerships.memberIds(withdrawal.partnership())));
    }

    // Staying after all

    /** It does not give notice after all. */
    @Transactional
    public void refrain(UUID matter) {
        matters.end(matter, "%s stays.".formatted(organisations.card(leaver(matter)).name()));
    }

    /** Nobody said in time whether notice is given, or who would say it is gone. May be repeated. */
    @Transactional
    public void endUnwritten(UUID matter) {
        MatterCard card = matters.card(matter);
        if (card.outcome() == null && !partnerships.memberIds(card.partnership()).contains(card.raisedBy())) {
            matters.end(matter, "%s has left already.".formatted(organisations.card(card.raisedBy()).name()));
        } else if (card.outcome() == null && notice.isOver(card.partnership())) {
            matters.end(matter, "The partnership ended before.");
        } else {
            endOpen(card, "Nobody gave notice in time.");
        }
    }

    /** The joint work is over, so there is nothing to leave any more. May be repeated. */
    @Transactional
    public void endOvertaken(UUID matter) {
        endOpen(matters.card(matter), "The joint work ended before.");
    }

    private void endOpen(MatterCard card, String reason) {
        if (card.outcome() != null) {
            return;
        }
        OrganisationId leaver = leaver(card.id());
        end(card, leaver, reason);
        facts.publishEvent(new WithdrawalEnded(card.partnership(), leaver, reason, partnerships.memberIds(card.partnership())));
    }

    /** Takes the notice back, until the day has come. What others have taken over by then stays with them. */
    @Transactional
    public void takeBack(UUID matter, String reason) {
        withdrawals.get(matter).expectMayStay();
        MatterCard card = matters.card(matter);
        String why = said(reason, "Please say why you stay: all members read it.");
        end(card, card.raisedBy(), why);
        facts.publishEvent(new NoticeTakenBack(card.partnership(), card.raisedBy(), why, partnerships.memberIds(card.partnership())));
    }

    private void end(MatterCard card, OrganisationId leaver, String reason) {
        withdrawals.findById(card.id()).ifPresent(withdrawal -> {
            passing.carryOut(withdrawal);
            withdrawal.end();
            withdrawals.save(withdrawal);
            passings.closeAll(card.id());
            partnerships.stay(card.partnership(), leaver);
        });
        matters.end(card.id(), "%s stays. %s".formatted(organisations.card(leaver).name(), reason));
    }

    /** What is known of it since notice was given, or the others decided. */
    public Leaving leaving(UUID matter) {
        Withdrawal withdrawal = withdrawals.get(matter);
        return new Leaving(matter, withdrawal.partnership(), withdrawal.organisation(),
                organisations.card(withdrawal.organisation()).name(), withdrawal.effective(), withdrawal.why(), withdrawal.how(),
                withdrawal.learned(), withdrawal.otherwise(), withdrawal.isOpen());
    }

    /** When the day has come. */
    public Instant lastDay(UUID matter) {
        Withdrawal withdrawal = withdrawals.get(matter);
        return notice.morningOf(withdrawal.partnership(), withdrawal.effective());
    }

    /** What a partner says on parting; it may leave it out. */
    @Transactional
    public void sayOnParting(UUID matter, String learned, String otherwise) {
        Withdrawal withdrawal = withdrawals.get(matter);
        Refusal.unless(maybe(learned) != null || maybe(otherwise) != null,
                "Please write something, or leave this step as it is: it goes away by itself.");
        withdrawal.partingWords(maybe(learned), maybe(otherwise));
        withdrawals.save(withdrawal);
    }

    // The day has come

    /** What nobody has answered by now is settled by the others. May be repeated. */
    @Transactional
    public void openSettling(UUID matter) {
        Withdrawal withdrawal = withdrawals.get(matter);
        withdrawal.settle();
        withdrawals.save(withdrawal);
        passings.closeAll(matter);
    }

    /** It leaves: nothing of this can be changed any more. */
    @Transactional
    public void close(UUID matter) {
        Withdrawal withdrawal = withdrawals.get(matter);
        withdrawal.leave();
        withdrawals.save(withdrawal);
        matters.end(matter, (withdrawal.how() == WayOfLeaving.RELEASED ? "%s was released on %s." : "%s left on %s.").formatted(
                organisations.card(withdrawal.organisation()).name(), Days.inWords(notice.today(withdrawal.partnership()))));
    }
}
