package org.commonground.negotiation.process;

import static java.util.stream.Collectors.toMap;
import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.commonground.engine.AnsweredAnew;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.Beside;
import org.commonground.negotiation.Motive;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.OpenRound;
import org.commonground.negotiation.OpenTopic;
import org.commonground.negotiation.Position;
import org.commonground.negotiation.PositionKind;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.Topic;
import org.springframework.stereotype.Component;

/** What one party says in a round to the topics that are open. */
@Component
@For("${organisations.group(party)}")
@AnsweredAnew
class StatePositions implements Step<StatePositions.Shown, StatePositions.Given> {

    private final NegotiationService negotiations;
    private final RoundService rounds;

    StatePositions(NegotiationService negotiations, RoundService rounds) {
        this.negotiations = negotiations;
        this.rounds = rounds;
    }

    @Override
    public Shown show(StepContext context) {
        NegotiationId id = negotiation(context);
        OpenRound round = rounds.roundFor(id, context.party());
        // What is asked is read again when it is answered, and in the first round nothing was replaced yet.
        boolean first = !round.change() && round.topics().stream().allMatch(OpenTopic::isFirst);
        Map<OrganisationId, String> names = first ? Map.of() : negotiations.names(id);
        Map<Topic, OpenTopic> replaced = first ? Map.of()
                : replaced(id, round).stream().collect(toMap(OpenTopic::topic, Function.identity()));
        Optional<Motive.Wish> wish = round.change() ? negotiations.wish(id) : Optional.empty();
        return new Shown(round.nr(), wish.map(Motive.Wish::who).orElse(""), wish.map(Motive.Wish::why).orElse(""),
                Ending.leaving(round.change()), Ending.leavingMeans(round.change()),
                round.topics().stream().map(topic -> Asked.of(topic, replaced.get(topic.topic()), names)).toList());
    }

    /** Before the newest words: those of the round before, or what holds today. */
    private List<OpenTopic> replaced(NegotiationId id, OpenRound round) {
        return round.change() && round.nr() == 1 ? rounds.before(id) : rounds.replaced(id);
    }

    @Override
    public void take(Given given, StepContext context) {
        NegotiationId id = negotiation(context);
        if (Boolean.TRUE.equals(given.leave())) {
            negotiations.leave(id, context.party(), given.leaveReason(), context.person());
        } else {
            rounds.recordPositions(id, context.party(), given.positions().stream().map(Stated::given).toList(), context.person());
        }
    }

    /**
     * @param wording topic and number of the wording, such as 7.2
     * @param changed whether it was worded otherwise before, or had other terms; then the words and terms that differ stand beside
     *                those of before, and what is kept below them
     * @param again   whether somebody could not live with it before
     * @param said    why not
     */
    record Asked(String wording, String title, String question, String text, List<String> terms, boolean changed, String before,
            List<String> termsBefore, boolean kept, String keptWords, List<String> keptTerms, boolean again, List<Said> said) {

        static Asked of(OpenTopic topic, OpenTopic replaced, Map<OrganisationId, String> names) {
            boolean changed = replaced != null && !(replaced.wording().equals(topic.wording()) && replaced.terms().equals(topic.terms()));
            List<Said> said = replaced == null ? List.of() : Said.aloud(List.of(replaced), names);
            Beside sides = changed ? Beside.of(replaced, topic)
                    : new Beside("", List.of(), topic.wording(), topic.terms(), false, "", List.of());
            return new Asked(topic.topic().number() + "." + topic.nr(), topic.topic().inWords(), topic.topic().question(), sides.now(),
                    sides.termsNow(), changed, sides.before(), sides.termsBefore(), sides.kept(), sides.keptWords(), sides.keptTerms(),
                    !said.isEmpty(), said);
        }
    }

    /**
     * @param proposer who wants something that was agreed to be different; empty at a founding
     * @param leaving  what it is called here to take no part any more
     */
    record Shown(int round, String proposer, String why, String leaving, String leavingMeans, List<Asked> positions) {
    }

    record Stated(String wording, PositionKind position, String words) {

        Position given() {
            String[] parts = wording.split("\\.");
            return new Position(Topic.of(Integer.parseInt(parts[0])), Integer.parseInt(parts[1]), position, words);
        }
    }

    record Given(List<Stated> positions, Boolean leave, String leaveReason) {
    }
}
