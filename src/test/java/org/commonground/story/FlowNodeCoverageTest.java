package org.commonground.story;

import org.commonground.stage.FlowNodeCoverage;
import org.commonground.stage.ProcessTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Comes last and looks back at all plays of this run. Alone it can only fail. */
@ProcessTest
@Order(Integer.MAX_VALUE)
class FlowNodeCoverageTest {

    private final FlowNodeCoverage coverage = new FlowNodeCoverage();

    @Test
    void every_box_of_every_diagram_was_left() {
        assertThat(coverage.boxesThatNobodyLeft()).isEmpty();
    }

    @Test
    void every_sequence_flow_of_every_diagram_was_taken() {
        assertThat(coverage.flowsThatNobodyTook()).isEmpty();
    }
}
