package org.commonground.period.process;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.partnership.LessonsAtHand;
import org.commonground.partnership.PartnershipCard;
import org.commonground.period.Period;
import org.commonground.period.PlanLine;
import org.commonground.period.PeriodService;
import org.commonground.period.PlanItem;
import org.commonground.period.Wishes;
import org.springframework.stereotype.Component;

/** What one implementer will do in the period that runs. */
@Component
@For("${periods.implementers(party)}")
class PlanPeriod implements Step<PlanPeriod.Shown, PlanPeriod.Given> {

    /** Stands for all areas of the partnership. */
    private static final String EVERYWHERE = "*";
    private static final int LONGEST = 300;

    private final PeriodService periods;
    private final Wishes wishes;
    private final LessonsAtHand lessons;

    PlanPeriod(PeriodService periods, Wishes wishes, LessonsAtHand lessons) {
        this.periods = periods;
        this.wishes = wishes;
        this.lessons = lessons;
    }

    @Override
    public Shown show(StepContext context) {
        Period period = periods.current(context.partnership());
        PartnershipCard card = periods.aims(context.partnership());
        return new Shown(period.inWords(), places(card), objectives(card), items(context, period, card),
                PlanLine.of(periods.plans(period), card.objectives()), wishes.ofLastPeriod(context.partnership()),
                () -> lessons.of(context.partnership(), context.party()));
    }

    private static List<Choice> places(PartnershipCard card) {
        return Stream.concat(card.areas().stream().map(area -> new Choice(area, area)), Stream.of(new Choice("All areas", EVERYWHERE)))
                .toList();
    }

    private static List<Choice> objectives(PartnershipCard card) {
        return card.objectives().stream().map(one -> new Choice(one.wording(), String.valueOf(one.nr()))).toList();
    }

    /** Its steps of the agenda; where the agenda names none, one line for each objective. */
    private List<Row> items(StepContext context, Period period, PartnershipCard card) {
        String onlyOne = card.objectives().size() == 1 ? String.valueOf(card.objectives().get(0).nr()) : null;
        String onlyPlace = card.areas().size() == 1 ? card.areas().get(0) : null;
        List<Row> steps = periods.agendaOf(context.partnership(), context.party(), period).stream()
                .map(step -> new Row(shortened(step.what()), onlyPlace, period.begins(), step.byWhen().isAfter(period.ends())
                        ? period.ends() : step.byWhen(), onlyOne)).toList();
        return !steps.isEmpty() ? steps : objectives(card).stream()
                .map(objective -> new Row(shortened(objective.label()), onlyPlace, period.begins(), period.ends(), objective.value()))
                .toList();
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }

    @Override
    public List<String> mailed(StepContext context) {
        return List.of(periods.current(context.partnership()).inWords() + ".");
    }

    @Override
    public void take(Given given, StepContext context) {
        periods.plan(context.partnership(), context.party(), given.items().stream().map(Row::item).toList(), given.remark(),
                context.person());
    }

    record Shown(String period, List<Choice> areas, List<Choice> objectives, List<Row> items, List<PlanLine> plans,
            List<Wishes.Wish> wishes, Supplier<List<LessonsAtHand.Near>> lessons) {
    }

    record Given(List<Row> items, String remark) {
    }

    record Row(String what, String area, LocalDate from, LocalDate to, String objective) {

        PlanItem item() {
            return new PlanItem(what, EVERYWHERE.equals(area) ? null : area, from, to, Integer.parseInt(objective));
        }
    }
}
