package org.commonground.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.w3c.dom.Attr;
import org.w3c.dom.NamedNodeMap;

/**
 * Tells whoever deploys a diagram at once what would be refused when it runs ({@link Turns}): boxes of another room. And it keeps a case
 * from beginning in another way than with its form or by a call: a message would bring the number of any case along.
 */
final class RoomGuard implements Deployer {

    private static final Pattern BEAN = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");
    /** By local name: the engine still reads the namespace of its ancestor. */
    private static final Set<String> ASKED = Set.of("formRef", "decisionRef", "delegateExpression");
    private static final String EVENT = "EventDefinition";

    private final Steps steps;
    private final OpenBeans beans;

    RoomGuard(Steps steps, OpenBeans beans) {
        this.steps = steps;
        this.beans = beans;
    }

    /** What was deployed before is read again after each start, and runs on: only what its boxes do is asked then. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        deployment.getResources().values().stream()
                .filter(resource -> Arrays.stream(BpmnDeployer.BPMN_RESOURCE_SUFFIXES).anyMatch(resource.getName()::endsWith))
                .forEach(this::check);
    }

    /** What cannot be read was refused before ({@link DeploymentGuard}). */
    private void check(ResourceEntity resource) {
        Drawn.read(resource.getBytes()).stream().flatMap(whole -> whole.children("process").stream()).forEach(this::check);
    }

    private void check(Drawn process) {
        for (Drawn box : process.all("*")) {
            roomOf(box).filter(room -> !room.equals(process.id())).ifPresent(room -> {
                throw new BadUserRequestException(("“%s” belongs to the room “%s” and cannot be used in “%s”. Please give it a form, a"
                        + " decision or code of its own.").formatted(nameOf(box), room, process.id()));
            });
        }
        for (Drawn start : process.children("startEvent")) {
            if (start.children().stream().anyMatch(child -> child.kind().endsWith(EVENT))) {
                throw new BadUserRequestException(("“%s” begins a case with a message, a signal, a time or a condition. A case begins with"
                        + " its form, or another calls it.").formatted(nameOf(start)));
            }
        }
    }

    private Optional<String> roomOf(Drawn box) {
        NamedNodeMap attributes = box.element().getAttributes();
        return IntStream.range(0, attributes.getLength()).mapToObj(nr -> (Attr) attributes.item(nr))
                .filter(attribute -> ASKED.contains(attribute.getLocalName()))
                .flatMap(attribute -> roomsOf(attribute.getValue())).findFirst();
    }

    private Stream<String> roomsOf(String asked) {
        Matcher bean = BEAN.matcher(asked);
        return (bean.matches() ? beans.roomOf(bean.group(1)) : steps.roomOf(asked.strip())).stream();
    }

    private static String nameOf(Drawn box) {
        return box.hasName() ? box.name().replaceAll("\\s+", " ") : Optional.ofNullable(box.id()).orElse(box.kind());
    }
}
