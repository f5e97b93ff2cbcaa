package org.commonground.house;

import java.io.IOException;
import java.util.Collection;
import java.util.stream.Stream;

import org.commonground.engine.KnownCode;
import org.commonground.engine.ModelLaws;
import org.commonground.engine.ShippedModels;
import org.commonground.stage.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** The rooms of the repository, and the test's own, keep the laws. */
@ProcessTest
class ShippedModelsTest {

    @Autowired
    private ConfigurableListableBeanFactory beans;

    private final ShippedModels models;

    ShippedModelsTest() throws IOException {
        models = ShippedModels.find(new PathMatchingResourcePatternResolver());
    }

    @Test
    void no_law_is_broken_by_what_we_ship() {
        assertThat(ModelLaws.complaints(models, KnownCode.of(beans))).isEmpty();
    }

    @Test
    void nothing_that_is_drawn_is_left_out() {
        assertThat(models.diagrams()).containsKeys(Models.files("processes", ".bpmn"));
        assertThat(models.decisions()).containsKeys(Models.files("processes", ".dmn"));
        assertThat(models.forms()).containsKeys(Models.files("forms", ".form"));
    }
}
