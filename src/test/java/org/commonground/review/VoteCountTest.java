package org.commonground.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.negotiation.DecisionRule.CONSENSUS;
import static org.commonground.negotiation.DecisionRule.MAJORITY;
import static org.commonground.negotiation.DecisionRule.TWO_THIRDS;
import static org.commonground.review.WayForward.CLOSE;
import static org.commonground.review.WayForward.CONTINUE;
import static org.commonground.review.WayForward.CORRECT;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Which way the votes carry. */
class VoteCountTest {

    private static final WayForwardVote FOR_CONTINUING = new WayForwardVote(CONTINUE, Set.of(), NamedChange.NONE, null);
    private static final WayForwardVote FOR_CONTINUING_OR_CORRECTING = new WayForwardVote(CONTINUE, Set.of(CORRECT),
            NamedChange.NONE, null);
    private static final WayForwardVote FOR_CORRECTING = new WayForwardVote(CORRECT, Set.of(), NamedChange.NONE, null);
    private static final WayForwardVote FOR_CORRECTING_OR_CONTINUING = new WayForwardVote(CORRECT, Set.of(CONTINUE),
            NamedChange.NONE, null);
    private static final WayForwardVote FOR_CLOSING = new WayForwardVote(CLOSE, Set.of(), NamedChange.NONE, null);

    @Test
    void consensus_is_a_way_that_everybody_chose_or_can_live_with() {
        assertThat(VoteCount.carried(CONSENSUS, List.of(FOR_CONTINUING, FOR_CONTINUING), 2)).contains(CONTINUE);
        assertThat(VoteCount.carried(CONSENSUS, List.of(FOR_CONTINUING_OR_CORRECTING, FOR_CORRECTING), 2)).contains(CORRECT);
        assertThat(VoteCount.carried(CONSENSUS, List.of(FOR_CONTINUING, FOR_CONTINUING, FOR_CLOSING), 3)).isEmpty();
    }

    @Test
    void where_everybody_can_live_with_several_ways_the_one_chosen_most_often_is_carried() {
        assertThat(VoteCount.carried(CONSENSUS, List.of(FOR_CONTINUING_OR_CORRECTING, FOR_CORRECTING_OR_CONTINUING,
                FOR_CORRECTING_OR_CONTINUING), 3)).contains(CORRECT);
        assertThat(VoteCount.carried(CONSENSUS, List.of(FOR_CONTINUING_OR_CORRECTING, FOR_CORRECTING_OR_CONTINUING), 2))
                .as("a tie").isEmpty();
    }

    @Test
    void by_consensus_silence_is_no_veto_while_more_than_half_live_with_it() {
        List<WayForwardVote> three = List.of(FOR_CONTINUING, FOR_CORRECTING_OR_CONTINUING, FOR_CONTINUING);
        assertThat(VoteCount.carried(CONSENSUS, three, 5)).contains(CONTINUE);
        assertThat(VoteCount.carried(CONSENSUS, three, 6)).as("half is not more than half").isEmpty();
        assertThat(VoteCount.inWords(CONTINUE, three, 5))
                .isEqualTo("2 of 5 partners chose it, and all others who answered can live with it");
    }

    @Test
    void silence_is_not_consent() {
        assertThat(VoteCount.carried(CONSENSUS, List.of(FOR_CONTINUING), 2)).isEmpty();
        assertThat(VoteCount.carried(TWO_THIRDS, List.of(FOR_CONTINUING, FOR_CONTINUING, FOR_CONTINUING), 5)).isEmpty();
        assertThat(VoteCount.carried(MAJORITY, List.of(FOR_CONTINUING, FOR_CONTINUING), 4)).isEmpty();
        assertThat(VoteCount.carried(MAJORITY, List.of(), 2)).isEmpty();
    }

    @Test
    void two_thirds_and_the_majority_are_of_all_partners() {
        assertThat(VoteCount.carried(TWO_THIRDS, List.of(FOR_CLOSING, FOR_CLOSING, FOR_CONTINUING), 3)).contains(CLOSE);
        assertThat(VoteCount.carried(TWO_THIRDS, List.of(FOR_CLOSING, FOR_CLOSING, FOR_CONTINUING), 4)).isEmpty();
        assertThat(VoteCount.carried(MAJORITY, List.of(FOR_CLOSING, FOR_CLOSING, FOR_CLOSING, FOR_CONTINUING), 5)).contains(CLOSE);
    }
}
