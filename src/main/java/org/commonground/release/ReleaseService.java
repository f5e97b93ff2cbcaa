package org.commonground.release;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.withdrawal.WithdrawalService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How partners release one of them: it is named, asked by letter, and unless it answers the others decide. */
@Service
public class ReleaseService {

    private static final String MACHINE = "system";
    private static final String TOO_FEW = "With two partners nobody can release the other one but for silence: one alone would decide."
            + " You can leave yourself, or propose to close the partnership.";
    private static final String TWICE = "%s has been asked already whether it stays. Please wait for what comes of that.";

    private final ReleaseRequests requests;
    private final Silence silence;
    private final WithdrawalService withdrawals;
    private final MatterService matters;
    private final PartnershipService partnerships;
    private final CourseOfWork work;
    private final OrganisationService organisations;
    private final OncePerTransaction once;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ReleaseService(ReleaseRequests requests, Silence silence, WithdrawalService withdrawals, MatterService matters,
            PartnershipService partnerships, CourseOfWork work, OrganisationService organisations, OncePerTransaction once,
            ApplicationEventPublisher facts, Clock clock) {
        this.requests = requests;
        this.silence = silence;
        this.withdrawals = withdrawals;
        this.matters = matters;
        this.partnerships = partnerships;
        this.work = work;
        this.organisations = organisations;
        this.once = once;
        this.facts = facts;
        this.clock = clock;
    }

    // Naming

    /** Who names the partner: who raised it, as long as it is there; empty where the coordinator has to. */
    public Optional<OrganisationId> namer(UUID matter) {
        MatterCard card = raised(matter);
        return Optional.ofNullable(card.raisedBy()).filter(partners(card.partnership())::contains);
    }

    /** Why it was raised. */
    public String why(UUID matter) {
        return raised(matter).why();
    }

    /** The partners that can be named, and what is known of each. */
    public List<Standing> others(UUID matter) {
        return once.read(new Others(matter), () -> {
            MatterCard card = raised(matter);
            return partners(card.partnership()).stream().filter(one -> !one.equals(card.raisedBy())).map(one -> {
                String name = name(one);
                Silence.Finding found = silence.of(card.partnership(), one, name);
                return new Standing(one, name, found.missed(), found.objection());
            }).toList();
        });
    }

    private MatterCard raised(UUID matter) {
        return once.read(new Raised(matter), () -> matters.card(matter));
    }

    private List<OrganisationId> partners(PartnershipId partnership) {
        return once.read(new PartnersIn(partnership), () -> partnerships.partners(partnership));
    }

    private record Others(UUID matter) {
    }

    private record Raised(UUID matter) {
    }

    private record PartnersIn(PartnershipId partnership) {
    }

    /**
     * @param missed    what it has left unanswered, line by line
     * @param notSilent why it cannot be called silent, as a sentence; null where it can
     */
    public record Standing(OrganisationId organisation, String name, List<String> missed, String notSilent) {
    }

    /**
     * Names the partner, which gets the letter.
     *
     * @param until when it can answer
     */
    @Transactional
    public void name(UUID matter, OrganisationId organisation, Ground ground, Instant until, String person) {
        MatterCard card = raised(matter);
        PartnershipId partnership = card.partnership();
        List<OrganisationId> partners = partners(partnership);
        String name = name(organisation);
        Refusal.unless(!organisation.equals(card.raisedBy()), "To leave yourself, please raise “Leaving”.");
        Refusal.unless(partners.contains(organisation), "%s is no full partner now. Please choose another one.".formatted(name));
        LocalDate leaves = partnerships.leaving(partnership).get(organisation);
        Refusal.unless(leaves == null, "%s leaves on %s anyway.".formatted(name, leaves == null ? "" : Days.inWords(leaves)));
        Refusal.unless(requests.findOpen(ReleaseRequest.key(partnership, organisation)).isEmpty(), TWICE.formatted(name));
        if (ground == Ground.SILENCE) {
            String objection = others(matter).stream().filter(one -> one.organisation().equals(organisation)).map(Standing::notSilent)
                    .filter(Objects::nonNull).findFirst().orElse(null);
            Refusal.unless(objection == null, objection);
        } else {
            Refusal.unless(partners.size() > 2, TOO_FEW);
        }
        Instant now = clock.instant();
        try {
            requests.save(ReleaseRequest.written(matter, partnership, organisation, ground, person, now, until));
        } catch (DuplicateKeyException twice) {
            throw new Refusal(TWICE.formatted(name));
        }
        matters.specify(matter, organisation.code());
        facts.publishEvent(new LetterWritten(partnership, organisation, ground, card.why(), until,
                partnerships.memberIds(partnership).stream().filter(one -> !one.equals(organisation)).toList()));
    }

    // The letter

    /** Who is asked by letter. */
    public OrganisationId named(UUID matter) {
        return requests.get(matter).organisation();
    }

    /** The letter as the named partner reads it. */
    public Letter letter(UUID matter) {
        ReleaseRequest request = requests.get(matter);
        MatterCard card = matters.card(matter);
        return new Letter(matters.raiser(card), card.why(), request.ground(), request.answerUntil(),
                Days.inWords(withdrawals.noticeEnds(card.partnership())));
    }

    /**
     * @param from   name of the partner that asks
     * @param notice the day on which it would leave if it agreed today, in words
     */
    public record Letter(String from, String why, Ground ground, Instant until, String notice) {
    }

    /** The named partner says that it stays and what it will do, or that it agrees to leave. */
    @Transactional
    public void answer(UUID matter, Reply reply, String words, String person) {
        ReleaseRequest request = requests.get(matter);
        request.answer(reply, reply == Reply.STAYS ? said(words, "Please say what you will do: the other partners read it.")
                : maybe(words), person, clock.instant());
        requests.save(request);
    }

    /** Who agreed leaves; where what it answered, or that it leaves anyway, settles it, everybody hears so. May be repeated. */
    @Transactional
    public void closeLetter(UUID matter) {
        MatterCard card = matters.card(matter);
        if (card.outcome() != null || withdrawals.isReleased(matter)) {
            return;
        }
        ReleaseRequest request = requests.get(matter);
        boolean leaves = request.reply().filter(Reply.LEAVES::equals).isPresent() && withdrawals.release(matter, request.organisation(),
                false, request.words() == null ? card.why() : request.words(), request.answeredBy()).isPresent();
        if (!leaves) {
            reasonToStay(matter).ifPresent(reason -> keep(card, request, reason));
        }
    }

    private void keep(MatterCard card, ReleaseRequest request, String reason) {
        matters.end(card.id(), reason);
        facts.publishEvent(new PartnerKept(card.partnership(), request.organisation(), reason,
                partnerships.memberIds(card.partnership())));
    }

    /** Whether the others decide now: it did not agree to leave, and nothing it answered settles it. */
    public boolean goesToVote(UUID matter) {
        return matters.card(matter).outcome() == null && !withdrawals.isReleased(matter);
    }

    private Optional<String> reasonToStay(UUID matter) {
        ReleaseRequest request = requests.get(matter);
        PartnershipId partnership = matters.card(matter).partnership();
        String name = name(request.organisation());
        if (!partnerships.partners(partnership).contains(request.organisation())) {
            return Optional.of("%s has left already.".formatted(name));
        }
        LocalDate leaves = partnerships.leaving(partnership).get(request.organisation());
        if (leaves != null && !withdrawals.isReleased(matter)) {
            return Optional.of("%s leaves on %s by its own notice.".formatted(name, Days.inWords(leaves)));
        }
        if (request.ground() == Ground.OTHER) {
            return partnerships.partners(partnership).size() > 2 ? Optional.empty() : Optional.of(TOO_FEW);
        }
        return request.reply().filter(Reply.STAYS::equals).map(stays -> "%s has answered that it stays: “%s”".formatted(name,
                request.words())).or(() -> silence.answeredSince(partnership, request.organisation(), name, request.writtenAt()));
    }

    // The decision

    /** What the others decide on, in sentences. */
    String consequence(UUID matter) {
        ReleaseRequest request = requests.get(matter);
        String name = name(request.organisation());
        String answer = request.reply().map(reply -> "It has answered: “%s”".formatted(request.words())).orElse(
                "It had time until %s to answer the letter, and has not answered.".formatted(day(request.answerUntil())));
        return request.ground() == Ground.SILENCE
                ? "%s is released at once: it does not answer any more. What it holds you take over or release. %s".formatted(name, answer)
                : "%s leaves, after the notice time of your agreement; until that day its rights and duties go on. %s".formatted(name,
                        answer);
    }

    /** The others have decided that it leaves. Where it has answered meanwhile, or leaves already, it is not released. */
    void carryOut(UUID matter) {
        if (reasonToStay(matter).isEmpty()) {
            ReleaseRequest request = requests.get(matter);
            withdrawals.release(matter, request.organisation(), request.ground() == Ground.SILENCE, matters.card(matter).why(), MACHINE);
        }
    }

    /** Whether it leaves today. */
    public boolean leavesAtOnce(UUID matter) {
        return withdrawals.isReleased(matter) && withdrawals.isDue(matter);
    }

    /** Whether it leaves after a time in which it passes on what it holds. */
    public boolean leavesLater(UUID matter) {
        return withdrawals.isReleased(matter) && withdrawals.leaving(matter).open();
    }

    /** Nothing more is asked; where nobody decided that it leaves, everybody hears why. May be repeated. */
    @Transactional
    public void close(UUID matter) {
        MatterCard card = matters.card(matter);
        Optional<ReleaseRequest> request = requests.findById(matter).filter(ReleaseRequest::isOpen);
        if (card.outcome() == null) {
            String reason = why(card, request.isPresent());
            if (withdrawals.isReleased(matter)) {
                withdrawals.endOvertaken(matter);
            } else if (request.isPresent()) {
                keep(card, request.get(), reason);
            } else {
                matters.end(matter, reason);
            }
        }
        request.ifPresent(one -> {
            one.close();
            requests.save(one);
        });
    }

    private String why(MatterCard card, boolean named) {
        if (work.of(card.partnership()).phase() != Phase.IN_FORCE || work.of(card.partnership()).endAgreed()) {
            return "The joint work ended before.";
        }
        return named ? reasonToStay(card.id()).orElse("The joint work ended before.") : "Nobody was named.";
    }

    private String name(OrganisationId organisation) {
        return organisations.card(organisation).name();
    }

    private static String day(Instant moment) {
        return Days.inWords(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }
}
