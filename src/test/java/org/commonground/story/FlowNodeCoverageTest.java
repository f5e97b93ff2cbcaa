package org.commonground.story;

import java.util.List;

import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Comes last and looks back: every box of every diagram was walked by some test of this run. Alone it can only fail. */
@ProcessTest
@Order(Integer.MAX_VALUE)
class FlowNodeCoverageTest {

    @Autowired
    private Stage stage;

    @Test
    void every_box_of_every_diagram_was_visited() {
        assertThat(stage.coverage().unvisited(List.of("organisation", "partnership", "selection", "negotiation", "agreement",
                "delivery", "review", "matter", "decision", "closure"))).isEmpty();
    }
}
