package org.commonground.withdrawal;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.ClosureAgreed;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.PartnershipService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The leaving of a partner, from its notice to its last day. What it holds passes on by {@link PassingService}. */
@Service
public class WithdrawalService {

    static final String MACHINE = "system";

    private final Withdrawals withdrawals;
    private final Passings passings;
    private final PassingService passing;
    private final HeldThings held;
    private final NoticeTime notice;
    private final MatterService matters;
    private final PartnershipService partnerships;
    private final CourseOfWork work;
    private final OrganisationService organisations;
    private final OncePerTransaction once;
    private final ApplicationEventPublisher facts;

    WithdrawalService(Withdrawals withdrawals, Passings passings, PassingService passing, HeldThings held, NoticeTime notice,
            MatterService matters, PartnershipService partnerships, CourseOfWork work, OrganisationService organisations,
            OncePerTransaction once, ApplicationEventPublisher facts) {
        this.once = once;
        this.withdrawals = withdrawals;
        this.passings = passings;
        this.passing = passing;
        this.held = held;
        this.notice = notice;
        this.matters = matters;
        this.partnerships = partnerships;
        this.work = work;
        this.organisations = organisations;
        this.facts = facts;
    }

    // Notice

    /** Who leaves. */
    public OrganisationId leaver(UUID matter) {
        return matter(matter).raisedBy();
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
        return new Sheet(card.why(), days.months(), days.earliest(), days.ends().minusDays(1),
                held.of(card.partnership(), card.raisedBy()).stream().map(HeldThing::words).toList());
    }

    /**
     * @param earliest when the notice is over if it is given today
     * @param latest   the last day but one of the term: on the last one there is nothing to leave
     * @param holds    what it holds, in words
     */
    public record Sheet(String why, int months, LocalDate earliest, LocalDate latest, List<String> holds) {
    }

    /** Gives notice. All members are told why. */
    @Transactional
    public void give(UUID matter, String why, LocalDate effective, String person) {
        MatterCard card = matter(matter);
        PartnershipId partnership = card.partnership();
        matters.objection(partnership, card.kind()).ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
        NoticeTime.Span days = notice.of(partnership);
        Refusal.unless(effective != null, "Please say on which day you leave.");
        Refusal.unless(!effective.isBefore(days.earliest()), "Your agreement asks for %d months’ notice. The earliest day is %s.".formatted(
                days.months(), Days.inWords(days.earliest())));
        Refusal.unless(effective.isBefore(days.ends()),
                "The agreement ends on %s for everybody, so there is nothing to leave on that day or later. Please choose an earlier one."
                        .formatted(Days.inWords(days.ends())));
        OrganisationId leaver = card.raisedBy();
        partnerships.announceLeaving(partnership, leaver, effective);
        try {
            withdrawals.save(Withdrawal.given(matter, partnership, leaver, said(why, "Please say why: all members read it."), effective,
                    person, days.today()));
        } catch (DuplicateKeyException meanwhile) {
            throw new Refusal("Your organisation has given notice already.");
        }
        facts.publishEvent(new NoticeGiven(partnership, matter, leaver, effective, why.strip(), partnerships.memberIds(partnership)));
    }

    /** It does not give notice after all. */
    @Transactional
    public void refrain(UUID matter) {
        matters.end(matter, "%s stays.".formatted(organisations.card(leaver(matter)).name()));
    }

    /** Nobody said in time whether notice is given. May be repeated. */
    @Transactional
    public void endUnwritten(UUID matter) {
        endOpen(matter, "Nobody gave notice in time.");
    }

    /** The joint work is over, so there is nothing to leave any more. May be repeated. */
    @Transactional
    public void endOvertaken(UUID matter) {
        endOpen(matter, "The joint work ended before.");
    }

    private void endOpen(UUID matter, String reason) {
        MatterCard card = matters.card(matter);
        if (card.outcome() != null) {
            return;
        }
        end(card, reason);
        facts.publishEvent(new WithdrawalEnded(card.partnership(), card.raisedBy(), reason, partnerships.memberIds(card.partnership())));
    }

    /** Takes the notice back, until the day has come. What others have taken over by then stays with them. */
    @Transactional
    public void takeBack(UUID matter, String reason) {
        withdrawals.get(matter).expectNotice();
        MatterCard card = matters.card(matter);
        String why = said(reason, "Please say why you stay: all members read it.");
        end(card, why);
        facts.publishEvent(new NoticeTakenBack(card.partnership(), card.raisedBy(), why, partnerships.memberIds(card.partnership())));
    }

    private void end(MatterCard card, String reason) {
        withdrawals.findById(card.id()).ifPresent(withdrawal -> {
            passing.carryOut(withdrawal);
            withdrawal.end();
            withdrawals.save(withdrawal);
            passings.closeAll(card.id());
            partnerships.stay(card.partnership(), card.raisedBy());
        });
        matters.end(card.id(), "%s stays. %s".formatted(organisations.card(card.raisedBy()).name(), reason));
    }

    /** Its name, its day and its reason. */
    public Card card(UUID matter) {
        Withdrawal withdrawal = withdrawals.get(matter);
        return new Card(organisations.card(withdrawal.organisation()).name(), withdrawal.effective(), withdrawal.why());
    }

    public record Card(String name, LocalDate effective, String why) {
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

    /**
     * What somebody took passes on, all else is released, and the partner leaves. With one partner left the partnership moves on to its
     * closure. May be repeated.
     */
    @Transactional
    public void part(UUID matter) {
        Withdrawal withdrawal = withdrawals.get(matter);
        PartnershipId partnership = withdrawal.partnership();
        partnerships.oneAtATime(partnership);
        if (!withdrawal.isOpen()) {
            return;
        }
        if (work.of(partnership).endAgreed()) {
            endOvertaken(matter);
            return;
        }
        List<String> lines = new ArrayList<>(passing.carryOut(withdrawal));
        lines.addAll(passing.releaseTheRest(withdrawal));
        OrganisationId leaver = withdrawal.organisation();
        withdrawal.leave();
        withdrawals.save(withdrawal);
        partnerships.leave(partnership, leaver, withdrawal.why(), MACHINE);
        String name = organisations.card(leaver).name();
        boolean alone = partnerships.partners(partnership).size() < 2;
        matters.end(matter, "%s left on %s.".formatted(name, Days.inWords(notice.of(partnership).today())));
        facts.publishEvent(new PartnerParted(partnership, leaver, withdrawal.learned(), withdrawal.otherwise(), lines, alone,
                partnerships.memberIds(partnership)));
        if (alone) {
            work.agreeToEnd(partnership, "%s has left, and a partnership has two partners at least.".formatted(name));
            facts.publishEvent(new ClosureAgreed(partnership));
        }
    }
}
