package org.commonground.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmmn.deployer.CmmnDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Refuses case models (CMMN): the engine would run the classes and scripts in them, and no rule of the house looks at them. */
final class OnlyDiagrams implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
        for (String resource : deployment.getResources().keySet()) {
            for (String suffix : CmmnDeployer.CMMN_RESOURCE_SUFFIXES) {
                if (resource.endsWith(suffix)) {
                    throw new BadUserRequestException("“" + resource + "” is a case model: draw a BPMN diagram instead.");
                }
            }
        }
    }
}
