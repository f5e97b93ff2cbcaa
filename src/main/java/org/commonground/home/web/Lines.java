package org.commonground.home.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.home.Involvement;
import org.commonground.home.MyPartnerships;
import org.commonground.home.MyPartnerships.Viewer;
import org.commonground.home.OpenSteps;
import org.commonground.home.OpenSteps.OpenStep;
import org.commonground.home.Questions;
import org.commonground.home.WaitedFor;
import org.commonground.home.web.ComingDates.Coming;
import org.commonground.home.web.MyTasks.MyTask;
import org.commonground.organisation.OrganisationCard;
import org.commonground.partnership.Phase;
import org.springframework.stereotype.Component;

/** What the pages say of steps and partnerships, line by line. */
@Component
class Lines {

    /** What is said of one partnership among many: who is interested in more opens it. */
    private static final int FEW = 2;

    private final MyPartnerships partnerships;
    private final OpenSteps steps;
    private final WaitedFor waitedFor;
    private final ComingDates dates;
    private final Questions questions;
    private final Moments moments;

    Lines(MyPartnerships partnerships, OpenSteps steps, WaitedFor waitedFor, ComingDates dates, Questions questions,
            Moments moments) {
        this.partnerships = partnerships;
        this.steps = steps;
        this.waitedFor = waitedFor;
        this.dates = dates;
        this.questions = questions;
        this.moments = moments;
    }

    TaskLine task(MyTask mine) {
        OpenStep step = mine.step();
        return new TaskLine(mine.address(), step.label(), PartnershipId.isOne(step.caseNumber()) ? step.caseNumber() : null,
                step.caseTitle(), step.aboutName(), moments.inWords(step.since()), moments.inWords(step.until()),
                moments.isPast(step.until()), mine.holder());
    }

    /** However many they are, in a few statements. */
    List<PartnershipLine> partnerships(List<MyPartnerships.Line> some, Viewer viewer) {
        List<String> numbers = some.stream().map(one -> one.id().value()).toList();
        List<OpenStep> all = steps.awaitedIn(numbers);
        Map<OrganisationId, OrganisationCard> asked = waitedFor.asked(all);
        Map<String, List<OpenStep>> open = all.stream().collect(Collectors.groupingBy(OpenStep::caseNumber));
        Map<PartnershipId, List<OrganisationId>> members = partnerships.members(numbers);
        Map<String, Coming> next = new HashMap<>();
        dates.in(numbers).forEach(one -> next.putIfAbsent(one.caseNumber(), one));
        Map<PartnershipId, Long> unanswered = questions.awaited(some, viewer);
        return some.stream().map(one -> {
            String number = one.id().value();
            List<AwaitedLine> awaited = awaited(open.getOrDefault(number, List.of()), viewer, one.involvement(),
                    members.getOrDefault(one.id(), List.of()), asked);
            return new PartnershipLine(number, one.title(), one.involvement(), one.phase(), one.pauses(),
                    awaited.stream().limit(FEW).toList(), Math.max(0, awaited.size() - FEW),
                    unanswered.getOrDefault(one.id(), 0L),
                    one.involvement().belongs() ? Optional.ofNullable(next.get(number)).map(this::date).orElse(null) : null);
        }).toList();
    }

    /**
     * A candidate learns of the steps of its own people and of those about it, who has left of none.
     *
     * @param members of the partnership, who know each other's names
     */
    List<AwaitedLine> awaited(List<OpenStep> open, Viewer viewer, Involvement involvement, Collection<OrganisationId> members) {
        return awaited(open, viewer, involvement, members, waitedFor.asked(open));
    }

    private List<AwaitedLine> awaited(List<OpenStep> open, Viewer viewer, Involvement involvement, Collection<OrganisationId> members,
            Map<OrganisationId, OrganisationCard> asked) {
        List<OpenStep> told = involvement == Involvement.LEFT ? List.of() : involvement != Involvement.CANDIDATE ? open
                : open.stream().filter(step -> step.isOfOrAbout(viewer.own())).toList();
        return waitedFor.inWords(told, viewer, involvement.belongs() ? members : List.of(), asked).stream()
                .map(one -> new AwaitedLine(one.step(), names(one.who()), moments.inWords(one.since()), moments.inWords(one.until()),
                        moments.isPast(one.until()))).toList();
    }

    DateLine date(Coming coming) {
        return new DateLine(moments.inWords(coming.at()), coming.what());
    }

    private static String names(List<String> who) {
        return who.size() <= 4 ? String.join(", ", who)
                : Stream.concat(who.stream().limit(3), Stream.of("and " + (who.size() - 3) + " more")).collect(Collectors.joining(", "));
    }

    /**
     * A step of mine.
     *
     * @param number of the partnership; null where it belongs to none
     * @param about  the organisation that others are asked about; else null
     * @param holder a colleague who has taken it; else null
     */
    record TaskLine(String address, String label, String number, String title, String about, String since, String until, boolean late,
            String holder) {
    }

    /** @param who names, the first of many */
    record AwaitedLine(String step, String who, String since, String until, boolean late) {
    }

    record DateLine(String at, String what) {
    }

    /**
     * A partnership among others.
     *
     * @param more how many other steps are waited for
     * @param asked how many questions wait for the reader's answer
     * @param next what comes of itself; null where nothing does
     */
    record PartnershipLine(String number, String title, Involvement involvement, Phase phase, boolean pauses, List<AwaitedLine> awaited,
            int more, long asked, DateLine next) {

        /** The phases in their order, each with how far it is. */
        public List<PhaseLine> phases() {
            return phasesOf(phase);
        }
    }

    static List<PhaseLine> phasesOf(Phase phase) {
        List<PhaseLine> phases = new ArrayList<>();
        for (Phase one : Phase.values()) {
            phases.add(new PhaseLine(one.label(), one.isBefore(phase) ? "done" : one == phase ? "now" : "coming"));
        }
        return phases;
    }

    record PhaseLine(String label, String progress) {
    }
}
