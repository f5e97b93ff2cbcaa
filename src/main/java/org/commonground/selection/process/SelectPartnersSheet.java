package org.commonground.selection.process;

import static java.util.stream.Collectors.joining;

import java.util.List;

import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.PartnershipService;
import org.commonground.selection.Candidate;
import org.commonground.selection.CommonGround;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class SelectPartnersSheet implements Sheet<SelectPartnersSheet.Shown> {

    private final SelectionService selections;
    private final PartnershipService partnerships;

    SelectPartnersSheet(SelectionService selections, PartnershipService partnerships) {
        this.selections = selections;
        this.partnerships = partnerships;
    }

    @Override
    public Shown read(StepContext context) {
        List<Candidate> all = selections.candidates(context.partnership());
        List<Candidate> there = all.stream().filter(Candidate::isThere).toList();
        List<NeededRole> needed = partnerships.neededRoles(context.partnership());
        CommonGround ground = selections.commonGround(context.partnership()).orElseThrow();
        return new Shown(ground.shared(), ground.clashes(), ground.bridges(), needed.stream().map(role -> need(role, there)).toList(),
                there.stream().map(Row::of).toList(), WhoIsMissing.among(all), there.stream().map(Choosable::of).toList(),
                needed.stream().filter(role -> role.waiver() == null).map(role -> new Choice(role.inWords(), role.id().toString())).toList());
    }

    private static Need need(NeededRole role, List<Candidate> there) {
        String names = there.stream().filter(candidate -> candidate.asked().stream().anyMatch(role::isMetBy)).map(Candidate::name).collect(joining(", "));
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

    record Choosable(String organisation, String name, String fit) {

        static Choosable of(Candidate candidate) {
            return new Choosable(candidate.organisation().code(), candidate.name(), candidate.fit().recommended().label());
        }
    }

    record Shown(String shared, String clashes, String bridges, List<Need> needs, List<Row> candidates, String without,
            List<Choosable> decisions, List<Choice> openRoles) {
    }
}
