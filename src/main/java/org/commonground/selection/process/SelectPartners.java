package org.commonground.selection.process;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.PartnerFit;
import org.commonground.candidate.Search;
import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.FoundingEnd;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.SeatIn;
import org.commonground.selection.CommonGround;
import org.commonground.selection.Decision;
import org.commonground.selection.SelectionService;
import org.commonground.selection.SoughtRole;
import org.springframework.stereotype.Component;

/** The coordinator decides about every candidate, looks for more, or ends a search; that a founding ends is proposed to the partners. */
@Component
@For("coordinator")
class SelectPartners implements Step<SelectPartners.Shown, SelectPartners.Given> {

    private final SelectionService selections;
    private final CandidateService candidates;
    private final OrganisationService organisations;
    private final FoundingEnd end;
    private final SearchWords words;

    SelectPartners(SelectionService selections, CandidateService candidates, OrganisationService organisations, FoundingEnd end,
            SearchWords words) {
        this.selections = selections;
        this.candidates = candidates;
        this.organisations = organisations;
        this.end = end;
        this.words = words;
    }

    @Override
    public Shown show(StepContext context) {
        Search search = SelectionVariables.search(context);
        List<Candidate> all = candidates.candidates(search);
        List<Candidate> there = all.stream().filter(Candidate::isThere).toList();
        List<SelectionService.Need> needed = selections.needs(search);
        Map<OrganisationId, OrganisationCard> registry = organisations.cards(there.stream().map(Candidate::organisation).toList());
        CommonGround ground = selections.commonGround(search).orElseThrow();
        String proposed = search.isFounding() ? end.open(search.partnership()).orElse(null) : null;
        return new Shown(words.of(search), proposed, outcomes(search, proposed != null), ground.shared(), ground.clashes(),
                ground.bridges(),
                needed.stream().map(need -> need(need, there, registry)).toList(),
                there.stream().map(Row::of).toList(), WhoIsMissing.among(all),
                there.stream().map(one -> Choosable.of(one, registry.get(one.organisation()))).toList(),
                needed.stream().filter(need -> need.role().waiver() == null && need.takers().isEmpty())
                .map(need -> new Choice(need.role().inWords(), need.role().id().toString())).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        Search search = SelectionVariables.search(context);
        switch (given.outcome) {
            case choose -> selections.choose(search, given.chosen(), given.waived(), context.person());
            case none -> {
                if (search.isFounding()) {
                    end.propose(search.partnership(), given.endReason, context.person());
                } else {
                    selections.endJoining(search, given.endReason);
                }
            }
            case more -> {
                // More candidates are looked for: all that was said stands.
            }
        }
        context.set(SelectionVariables.MORE_CANDIDATES_WANTED, given.outcome == Outcome.more);
        context.set(SelectionVariables.END_PROPOSED, given.outcome == Outcome.none && search.isFounding());
        context.set(SelectionVariables.COMMON_GROUND_FOUND, given.outcome == Outcome.choose);
    }

    private static List<Choice> outcomes(Search search, boolean endProposed) {
        Stream<Choice> next = Stream.of(new Choice("Choose the partners below", Outcome.choose.name()),
                new Choice("Look for more candidates first", Outcome.more.name()));
        return endProposed ? next.toList() : Stream.concat(next, Stream.of(new Choice(search.isFounding() ? FoundingEnd.CHOICE
                : "Nobody fits: this search ends, everybody who was asked is told why, and the partnership goes on",
                Outcome.none.name()))).toList();
    }

    private static Need need(SelectionService.Need need, List<Candidate> there, Map<OrganisationId, OrganisationCard> registry) {
        NeededRole role = need.role();
        String names = Stream.concat(need.takers().stream().map(taker -> taker + " (takes it already)"),
                there.stream().filter(candidate -> candidate.asked().stream().anyMatch(role::isMetBy))
                .map(candidate -> SoughtRole.named(registry.get(candidate.organisation()), role))).collect(joining(", "));
        return new Need(role.inWords(), role.reason(), names.isEmpty() ? "nobody" : names, role.waiver());
    }

    record Need(String name, String reason, String candidates, String waiver) {
    }

    record Row(String name, String roles, String fit, String reason, String weak) {

        static Row of(Candidate candidate) {
            return new Row(candidate.name(), candidate.askedInWords(), candidate.fit().recommended().label(), candidate.fit().because(),
                    candidate.assessment().weak());
        }
    }

    /** @param strange where it is asked for and the registry does not know it, to follow the fit; empty where there is nothing to say */
    record Choosable(String organisation, String name, String fit, String strange) {

        static Choosable of(Candidate candidate, OrganisationCard card) {
            String strange = candidate.asked().stream().filter(seat -> !card.worksAt(seat.level(), seat.area())).map(SeatIn::where)
                    .distinct().collect(joining(" and as "));
            return new Choosable(candidate.organisation().code(), candidate.name(), candidate.fit().recommended().label(),
                    strange.isEmpty() ? "" : " · the registry does not know it as " + strange);
        }
    }

    record Chosen(String organisation, PartnerFit decision, String reason, String belongs) {
    }

    record Waiver(String role, String reason) {
    }

    /** As the form spells them. */
    enum Outcome {
        choose, more, none
    }

    /**
     * @param joining  who is looked for beside a partnership that is under way; null where it is founded
     * @param proposed that its end is proposed; null where it is not
     */
    record Shown(String joining, String proposed, List<Choice> outcomes, String shared, String clashes, String bridges, List<Need> needs,
            List<Row> candidates, String without, List<Choosable> decisions, List<Choice> openRoles) {
    }

    record Given(Outcome outcome, List<Chosen> decisions, List<Waiver> waivers, String endReason) {

        List<Decision> chosen() {
            return decisions.stream().map(row -> new Decision(new OrganisationId(row.organisation), row.decision, row.reason, row.belongs))
                    .toList();
        }

        Map<UUID, String> waived() {
            Map<UUID, String> waived = new LinkedHashMap<>();
            waivers.forEach(waiver -> Refusal.unless(waived.put(UUID.fromString(waiver.role()), waiver.reason()) == null,
                    "The same role stands there twice as one to go on without. Please keep one line."));
            return waived;
        }
    }
}
