package org.commonground.selection.process;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.Search;
import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationCard;
import org.commonground.partnership.NeededRole;
import org.commonground.selection.Nominee;
import org.commonground.selection.SelectionService;
import org.commonground.selection.SoughtRole;
import org.springframework.stereotype.Component;

/** The coordinator names the organisations that are asked, and for which roles. */
@Component
@For("coordinator")
class NominateCandidates implements Step<NominateCandidates.Shown, NominateCandidates.Given> {

    /** As many suggestions as one reads through. */
    private static final int MOST = 8;

    private final SelectionService selections;
    private final CandidateService candidates;
    private final SearchWords words;

    NominateCandidates(SelectionService selections, CandidateService candidates, SearchWords words) {
        this.selections = selections;
        this.candidates = candidates;
        this.words = words;
    }

    @Override
    public Shown show(StepContext context) {
        Search search = SelectionVariables.search(context);
        List<SoughtRole> sought = selections.soughtRoles(search);
        List<Candidate> unnamed = candidates.candidates(search).stream().filter(candidate -> candidate.asked().isEmpty()).toList();
        Stream<Choice> others = selections.nominable(search).stream()
                .map(card -> new Choice("%s (%s, %s)".formatted(card.name(), card.kind(), card.country()), card.id().code()));
        return new Shown(words.of(search), sought.stream().map(NominateCandidates::need).toList(),
                unnamed.stream().map(convener -> new Unnamed(convener.organisation().code())).toList(),
                Stream.concat(unnamed.stream().map(convener -> new Choice(convener.name(), convener.organisation().code())), others)
                .toList(),
                Stream.concat(sought.stream().map(role -> new Choice(inWords(role), role.needed().id().toString())),
                        Stream.concat(Stream.of(Role.ALLY), Stream.of(Role.values())).distinct()
                                .map(role -> new Choice("Not needed, but welcome: " + role.label(), role.key()))).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        selections.nominate(SelectionVariables.search(context), given.candidates().stream()
                .map(row -> Nominee.of(new OrganisationId(row.organisation()), row.roles(), row.why())).toList(), context.person());
    }

    /** The role, and who takes it already: whoever is asked for it besides joins them in it. */
    private static String inWords(SoughtRole role) {
        return role.taken().isEmpty() ? role.needed().inWords()
                : "%s (taken by %s)".formatted(role.needed().inWords(), String.join(", ", role.taken()));
    }

    private static Need need(SoughtRole role) {
        return new Need(inWords(role), role.needed().reason(), suggested(role.suggested(), role.needed()),
                role.nominated().isEmpty() ? "nobody yet" : String.join(", ", role.nominated()));
    }

    private static String suggested(List<OrganisationCard> cards, NeededRole needed) {
        if (cards.isEmpty()) {
            return "nobody with this role";
        }
        String names = cards.stream().limit(MOST).map(card -> withFlag(card, needed)).collect(joining(", "));
        return cards.size() > MOST ? "%s and %d more".formatted(names, cards.size() - MOST) : names;
    }

    private static String withFlag(OrganisationCard card, NeededRole needed) {
        String name = SoughtRole.named(card, needed);
        return card.flag() == null ? name : "%s (%s)".formatted(name, card.flag().label().toLowerCase(Locale.ROOT));
    }

    record Need(String name, String reason, String suggested, String nominated) {
    }

    record Unnamed(String organisation) {
    }

    record Named(String organisation, List<String> roles, String why) {
    }

    /**
     * @param joining    who is looked for beside a partnership that is under way; null where it is founded
     * @param candidates a row for each convener whose roles are not named yet
     */
    record Shown(String joining, List<Need> needs, List<Unnamed> candidates, List<Choice> organisations, List<Choice> roles) {
    }

    record Given(List<Named> candidates) {
    }
}
