package org.commonground.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys at start-up all decisions, then each room on its own: its diagram and its forms. Resources are named by their path from
 * {@code processes/} or {@code forms/} on, the same in a jar and in an IDE, so that a restart without a change makes no new version.
 * Before that the laws are asked ({@link ModelLaws}).
 */
@Component
class RoomDeployer {

    private static final Logger log = LoggerFactory.getLogger(RoomDeployer.class);
    private static final String SOURCE = "application";
    private static final String DECISIONS = "decisions";

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final ConfigurableListableBeanFactory beans;

    RoomDeployer(RepositoryService repository, ResourcePatternResolver resources, ConfigurableListableBeanFactory beans) {
        this.repository = repository;
        this.resources = resources;
        this.beans = beans;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void deployRooms() throws IOException {
        demandLawful(ShippedModels.find(resources));
        // A diagram may ask a decision as soon as it runs, so decisions come first.
        deploy(DECISIONS, find(ShippedModels.DECISIONS));
        for (Resource diagram : find(ShippedModels.DIAGRAMS)) {
            String room = diagram.getFilename().replace(".bpmn", "");
            List<Resource> parts = new ArrayList<>();
            parts.add(diagram);
            parts.addAll(find("classpath*:forms/" + room + "/*.form"));
            deploy(room, parts);
        }
    }

    /** Nothing is deployed where anything is wrong: half of a house is worse than that of yesterday. */
    void demandLawful(ShippedModels models) {
        List<String> complaints = ModelLaws.complaints(models, KnownCode.of(beans));
        if (!complaints.isEmpty()) {
            throw new IllegalStateException("The application does not start, since what it brings does not fit together:\n- "
                    + String.join("\n- ", complaints));
        }
    }

    private List<Resource> find(String pattern) throws IOException {
        return List.of(resources.getResources(pattern));
    }

    private void deploy(String room, List<Resource> parts) throws IOException {
        if (parts.isEmpty()) {
            return;
        }
        Map<String, Resource> named = new TreeMap<>();
        for (Resource part : parts) {
            named.put(ShippedModels.nameOf(part), part);
        }
        // false: a changed form alone would leave the process on the old one.
        DeploymentBuilder deployment = repository.createDeployment().name(room).source(SOURCE).enableDuplicateFiltering(false);
        for (Map.Entry<String, Resource> part : named.entrySet()) {
            try (InputStream content = part.getValue().getInputStream()) {
                deployment.addInputStream(part.getKey(), content);
            }
        }
        log.info("Room {} is deployed as {}", room, deployment.deploy().getId());
    }
}
