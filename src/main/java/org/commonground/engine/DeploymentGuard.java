package org.commonground.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cmmn.deployer.CmmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.form.deployer.CamundaFormDefinitionDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * What may be deployed: diagrams, decisions and forms that can be read without looking anywhere else. It is asked again whenever the
 * engine reads a file back from the database, so that what came there by another way is not run either.
 */
final class DeploymentGuard implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
        deployment.getResources().values().forEach(DeploymentGuard::check);
    }

    private static void check(ResourceEntity resource) {
        String file = resource.getName();
        if (isOne(file, CmmnDeployer.CMMN_RESOURCE_SUFFIXES)) {
            // The engine would run the classes and scripts in it, and no rule of the house looks at them.
            throw new BadUserRequestException("“" + file + "” is a case model: draw a BPMN diagram instead.");
        }
        if (isOne(file, BpmnDeployer.BPMN_RESOURCE_SUFFIXES)) {
            read(resource);
        } else if (isOne(file, DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES)) {
            List<String> complaints = DecisionRules.complaints(file, read(resource));
            if (!complaints.isEmpty()) {
                throw new BadUserRequestException(String.join("\n", complaints));
            }
        } else if (!isOne(file, CamundaFormDefinitionDeployer.FORM_RESOURCE_SUFFIXES)) {
            throw new BadUserRequestException("“" + file + "” cannot be used here: deploy diagrams (.bpmn), decisions (.dmn) and forms"
                    + " (.form) only.");
        }
    }

    private static boolean isOne(String file, String[] suffixes) {
        return Stream.of(suffixes).anyMatch(file::endsWith);
    }

    private static Drawn read(ResourceEntity resource) {
        Optional<Drawn> drawn = Drawn.read(resource.getBytes());
        return drawn.orElseThrow(() -> new BadUserRequestException("“" + resource.getName() + "” cannot be read: open it in Modeler and"
                + " save it again. It may name no document type (DOCTYPE) and no entities."));
    }
}
