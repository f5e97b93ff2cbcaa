package org.commonground.agreement;

import static org.commonground.agreement.Completeness.Question.HOW;
import static org.commonground.agreement.Completeness.Question.WHAT;
import static org.commonground.agreement.Completeness.Question.WHAT_IF;
import static org.commonground.agreement.Completeness.Question.WHO;
import static org.commonground.agreement.Completeness.Question.WHY;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.Collectors;

import org.commonground.agreement.Completeness.Missing;
import org.commonground.agreement.Completeness.Question;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.AgreedTopic;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.foundation.Level;
import org.commonground.organisation.FlagLevel;
import org.commonground.partnership.HeldSeat;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.Place;
import org.commonground.partnership.Term;
import org.commonground.vision.AgendaItem;

/** Goes through the obligatory items of an agreement. */
final class CompletenessCheck {

    private static final String REOPEN = "You can reopen topic %d with a reason.";

    private static final String TIMES = "You can reopen topic %d, or topic %d for another duration, with a reason.";

    private final Basis basis;
    private final List<Missing> missing = new ArrayList<>();
    private int items;

    private CompletenessCheck(Basis basis) {
        this.basis = basis;
    }

    /**
     * @param maySign   who may sign for each organisation today
     * @param term      in which all that is promised has to lie; empty while no duration is agreed
     * @param undecided what somebody has to say before, in sentences
     */
    static Completeness of(Basis basis, Map<OrganisationId, List<String>> maySign, Optional<Term> term, List<String> undecided) {
        CompletenessCheck check = new CompletenessCheck(basis);
        undecided.forEach(sentence -> check.expect(false, WHO, sentence));
        check.who(maySign);
        check.why();
        check.what();
        term.ifPresent(check::when);
        check.how();
        Printable.complaints(basis, maySign).forEach(complaint -> check.expect(false, WHO, complaint));
        check.whatIf();
        int open = check.missing.size();
        int percent = open == 0 ? 100 : Math.min(99, (check.items - open) * 100 / check.items);
        check.missing.sort(Comparator.comparing(Missing::question));
        return new Completeness(percent, List.copyOf(check.missing));
    }

    private void who(Map<OrganisationId, List<String>> maySign) {
        expect(basis.partners().size() >= 2, WHO, "A partnership has at least two parties.");
        for (OrganisationId party : basis.signing()) {
            expect(!maySign.getOrDefault(party, List.of()).isEmpty(), WHO,
                    "Nobody may sign for %s today. Its focal point can give a person a mandate in “Update people”.".formatted(
                    basis.name(party)));
            expect(basis.cards().get(party).flag() != FlagLevel.RED, WHO,
                    "A red flag stands against %s. It can sign once the flag is resolved.".formatted(basis.name(party)));
        }
        if (!basis.founding()) {
            return;
        }
        expect(basis.partnership().lead() != null, WHO,
                "Nobody leads the partnership. The coordinator names a partner in “Name another lead”, and it is asked.");
        for (NeededRole needed : basis.neededRoles()) {
            expect(needed.waiver() != null || basis.coverage().isTaken(needed), WHO,
                    "Nobody takes the role “%s”.%s You can go on without it and say why.".formatted(needed.inWords(),
                    basis.coverage().doubts(List.of(needed))));
        }
        for (Place place : basis.partnership().places()) {
            boolean local = place.workedBefore()
                    || basis.signing().stream().anyMatch(party -> basis.coverage().isLocalPartner(party, place));
            expect(local || localRoles(place).anyMatch(needed -> needed.waiver() != null), WHO,
                    "Nobody local takes part in %s, where the work is new. ".formatted(place.name())
                            + (localRoles(place).anyMatch(needed -> !basis.coverage().isTaken(needed))
                                    ? "You can go on without a local role there and say why, or any partner raises “A new partner”."
                                    : "Without a local partner there is no agreement: any partner can raise “A new partner”, or you"
                                            + " reopen a topic, and end the negotiation."));
        }
    }

    /** Where whoever is local has left, the partners may go on with the role open: the reason is printed. */
    private Stream<NeededRole> localRoles(Place place) {
        return basis.neededRoles().stream().filter(needed -> needed.level() == Level.LOCAL
                && (needed.area() == null || needed.area().equals(place.name())));
    }

    private void why() {
        expect(isSaid(basis.partnership().purpose()), WHY,
                "The purpose is not said. The proposing organisation says it in “Clarify aims”.");
        if (!basis.founding()) {
            return;
        }
        Set<OrganisationId> endorsed = basis.vision().map(vision -> Set.copyOf(vision.endorsedBy())).orElse(Set.of());
        for (OrganisationId party : basis.signing()) {
            expect(endorsed.contains(party), WHY, "%s has not endorsed the shared vision.".formatted(basis.name(party)));
        }
    }

    private void what() {
        expect(!basis.partnership().objectives().isEmpty(), WHAT,
                "There is no objective. The proposing organisation names them in “Clarify aims”.");
        basis.partnership().objectives().forEach(objective -> expect(
                isSaid(objective.indicator()) && isSaid(objective.baseline()) && isSaid(objective.target()), WHAT,
                "The objective “%s” needs an indicator, a baseline and a target.".formatted(objective.wording())));
        if (!basis.obligatory().contains(Topic.CONTRIBUTIONS)) {
            return;
        }
        Set<HeldSeat> without = basis.withoutContribution();
        for (HeldSeat held : basis.seats()) {
            expect(!without.contains(held), WHAT, "%s as %s brings nothing yet. ".formatted(basis.name(held.organisation()),
                    held.seat().role().label().toLowerCase()) + REOPEN.formatted(Topic.CONTRIBUTIONS.number()));
        }
    }

    /** Who changes only other things need not mend what was agreed about time before. */
    private void when(Term term) {
        Set<Topic> open = basis.obligatory();
        if (open.contains(Topic.CONTRIBUTIONS) || open.contains(Topic.DURATION)) {
            for (Contribution one : basis.terms().contributions()) {
                within(term.objection(one.what(), one.from(), one.to()), "%s: ".formatted(basis.name(one.organisation())),
                        TIMES.formatted(Topic.CONTRIBUTIONS.number(), Topic.DURATION.number()));
            }
        }
        if (open.contains(Topic.AGENDA) || open.contains(Topic.DURATION)) {
            for (AgendaItem step : basis.agenda()) {
                within(term.objection(step.what(), step.byWhen()), "Agenda of action: ", step.byWhen().isBefore(term.proposed())
                        ? "The agenda stands in the vision that all endorsed: you can only reopen a topic, and end the negotiation."
                        : "You can reopen topic %d with a reason, so that the partners agree on a longer duration.".formatted(
                        Topic.DURATION.number()));
            }
        }
    }

    private void within(Optional<String> objection, String whose, String mend) {
        expect(objection.isEmpty(), WHAT, whose + objection.orElse("") + " " + mend);
    }

    private void how() {
        topics(HOW, basis.obligatory().stream().filter(topic -> !isWhatIf(topic)).toList());
        Terms terms = basis.terms();
        term(HOW, terms.decisionRule(), "how decisions are made", Topic.DECISION_POWER);
        term(HOW, terms.meetingsPerYear(), "how often the partners meet", Topic.GOVERNANCE_STRUCTURE);
        term(HOW, terms.reportingIntervalMonths(), "how often the partners report", Topic.ACCOUNTABILITY);
        term(HOW, terms.reviewIntervalMonths(), "how often the partnership is reviewed", Topic.MONITORING);
        expect(terms.reviewIntervalMonths() == null || terms.durationMonths() == null
                || terms.reviewIntervalMonths() < terms.durationMonths(), HOW,
                "The first review would come only when the agreement is over. " + REOPEN.formatted(Topic.MONITORING.number()));
        term(HOW, terms.languages(), "in which languages the partners work", Topic.COMMUNICATION);
        term(HOW, terms.channel(), "by which channel the partners inform each other", Topic.COMMUNICATION);
        term(HOW, terms.learningCycleMonths(), "how long a learning cycle is", Topic.LEARNING);
        term(HOW, terms.consultationIntervalMonths(), "how often the partners consult each other", Topic.CONSULTATION);
        term(HOW, terms.trustIndicators().isEmpty() ? null : terms.trustIndicators(), "by what trust is seen", Topic.TRUST);
        expect(isSaid(basis.partnership().participationMode()), HOW, "It is not said how the participants take part.");
        if (!basis.founding()) {
            return;
        }
        expect(basis.vision().map(vision -> !vision.agenda().isEmpty()
                && vision.agenda().stream().allMatch(item -> item.who() != null && item.byWhen() != null)).orElse(false), HOW,
                "The agenda of action needs steps, each with who does it and by when.");
        for (AgendaItem step : basis.agenda()) {
            expect(basis.partners().contains(step.who()), HOW, ("“%s” in the agenda of action was the part of %s, which has left. Let it be"
                    + " drafted again, and say who takes it over or why it is dropped.").formatted(step.what(), basis.name(step.who())));
        }
    }

    private void whatIf() {
        topics(WHAT_IF, basis.obligatory().stream().filter(CompletenessCheck::isWhatIf).toList());
        Terms terms = basis.terms();
        term(WHAT_IF, terms.ladderDays().size() == Terms.RUNGS ? terms.ladderDays() : null, "how many days each step of a conflict has",
                Topic.CONFLICT);
        term(WHAT_IF, terms.mediator(), "who mediates in a conflict", Topic.CONFLICT);
        term(WHAT_IF, terms.durationMonths(), "how long the agreement holds", Topic.DURATION);
        term(WHAT_IF, terms.noticeMonths(), "with how much notice a partner can leave", Topic.DURATION);
        term(WHAT_IF, terms.consentToJoin(), "who consents when a partner joins", Topic.DURATION);
        term(WHAT_IF, terms.renewal(), "how the agreement is renewed or closed", Topic.DURATION);
    }

    private static boolean isWhatIf(Topic topic) {
        return topic == Topic.CONFLICT || topic == Topic.DURATION;
    }

    private void topics(Question question, List<Topic> obligatory) {
        Set<Topic> agreed = basis.topics().stream().map(AgreedTopic::topic).collect(Collectors.toSet());
        obligatory.stream().sorted().forEach(topic -> expect(agreed.contains(topic), question,
                "Topic %d, %s, is not agreed yet. ".formatted(topic.number(), topic.label().toLowerCase())
                        + REOPEN.formatted(topic.number())));
    }

    private void term(Question question, Object value, String what, Topic topic) {
        if (basis.obligatory().contains(topic)) {
            expect(value instanceof String text ? isSaid(text) : value != null, question, "It is not agreed %s. ".formatted(what)
                    + REOPEN.formatted(topic.number()));
        }
    }

    private void expect(boolean there, Question question, String sentence) {
        items++;
        if (!there) {
            missing.add(new Missing(question, sentence));
        }
    }

    private static boolean isSaid(String text) {
        return text != null && !text.isBlank();
    }
}
