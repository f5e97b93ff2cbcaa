package org.commonground.selection.process;

import java.util.List;
import java.util.stream.Stream;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.Convener;
import org.commonground.candidate.Dimension;
import org.commonground.candidate.Profile;
import org.commonground.candidate.Search;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.selection.CommonGround;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

/** The coordinator lays all profiles side by side: what is shared, and what clashes. */
@Component
@For("coordinator")
class FindCommonGround implements Step<FindCommonGround.Shown, FindCommonGround.Given> {

    private final SelectionService selections;
    private final CandidateService candidates;
    private final SearchWords words;

    FindCommonGround(SelectionService selections, CandidateService candidates, SearchWords words) {
        this.selections = selections;
        this.candidates = candidates;
        this.words = words;
    }

    @Override
    public Shown show(StepContext context) {
        Search search = SelectionVariables.search(context);
        List<Candidate> all = candidates.candidates(search);
        CommonGround before = selections.commonGround(search).orElse(null);
        Stream<Row> there = search.isFounding() ? Stream.of() : candidates.statedConveners(search).stream().map(Row::of);
        return new Shown(words.of(search),
                Stream.concat(all.stream().filter(Candidate::isThere).map(Row::of), there).toList(), WhoIsMissing.among(all),
                before == null ? null : before.shared(), before == null ? null : before.clashes(),
                before == null ? null : before.bridges());
    }

    @Override
    public void take(Given given, StepContext context) {
        selections.recordCommonGround(SelectionVariables.search(context),
                new CommonGround(given.shared(), given.clashes(), given.bridges()), context.person());
    }

    /** @param roles what a candidate is asked for; of a partner, that it is one */
    record Row(String name, String roles, String fit, String convenersFit, String interests, String approach, String expectations,
            String expectsOfOthers, String capacityWanted) {

        static Row of(Candidate candidate) {
            return of(candidate.name(), candidate.askedInWords(), candidate.fit().recommended().label(), candidate.profile());
        }

        static Row of(Convener partner) {
            return of(partner.name(), "in the partnership already", "–", partner.profile());
        }

        private static Row of(String name, String roles, String fit, Profile profile) {
            return new Row(name, roles, fit,
                    profile.convenersFit() == null ? "–" : "%d of 5: %s".formatted(profile.convenersFit(), profile.convenersFitReason()),
                    profile.on(Dimension.INTERESTS).words(), profile.on(Dimension.APPROACH).words(),
                    profile.on(Dimension.EXPECTATIONS).words(),
                    profile.expectsOfOthers(), profile.capacityWanted());
        }
    }

    /**
     * @param joining    who is looked for beside a partnership that is under way; null where it is founded
     * @param candidates those who are there; and where the partnership is under way its partners, who are beside them
     * @param shared     and the two others: what was found before, when more candidates were looked for
     */
    record Shown(String joining, List<Row> candidates, String without, String shared, String clashes, String bridges) {
    }

    record Given(String shared, String clashes, String bridges) {
    }
}
