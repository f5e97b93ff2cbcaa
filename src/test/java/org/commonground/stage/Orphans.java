package org.commonground.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.withdrawal.HeldThings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a story may not leave behind in a partnership in force: something for which an organisation is responsible that has left, or an open
 * step for such a one or for nobody.
 */
@Component
public class Orphans {

    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final ProcessEngine engine;
    private final HeldThings held;
    private final PartnershipService partnerships;

    Orphans(JdbcClient jdbc, ProcessEngine engine, HeldThings held, PartnershipService partnerships) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.held = held;
        this.partnerships = partnerships;
    }

    /** In the partnerships of these organisations, each as a line. */
    List<String> in(Set<OrganisationId> organisations) {
        return partnerships(organisations).stream().flatMap(one -> of(one).stream()).toList();
    }

    /** In this partnership, each as a line; none where it is not in force. */
    public List<String> of(PartnershipId one) {
        List<String> orphans = new ArrayList<>();
        if (partnerships.card(one).phase() == Phase.IN_FORCE) {
            List<OrganisationId> gone = gone(one);
            gone.forEach(left -> held.of(one, left).forEach(thing -> orphans.add("%s: %s has left and still holds: %s".formatted(one, left,
                    thing.words()))));
            tasks(one).forEach(task -> {
                Set<String> groups = groups(task);
                if (groups.isEmpty() && task.getAssignee() == null) {
                    orphans.add("%s: “%s” is for nobody".formatted(one, task.getName()));
                }
                gone.stream().filter(left -> groups.stream().anyMatch(left::isGroupOf)).forEach(left -> orphans.add(
                        "%s: “%s” waits for %s, which has left".formatted(one, task.getName(), left)));
            });
        }
        return orphans;
    }

    private Set<PartnershipId> partnerships(Set<OrganisationId> organisations) {
        Set<PartnershipId> found = new TreeSet<>((one, other) -> one.value().compareTo(other.value()));
        organisations.forEach(one -> jdbc.sql("""
                select distinct p.id from partnership p join member m on m.partnership = p.id
                where m.organisation = ? and p.phase = 'IN_FORCE'""").param(one.code())
                .query(row -> {
                    found.add(new PartnershipId(row.getString(1)));
                }));
        return found;
    }

    private List<OrganisationId> gone(PartnershipId partnership) {
        return jdbc.sql("""
                select distinct organisation from member m where partnership = ? and present is null and not exists
                (select 1 from member n where n.partnership = m.partnership and n.present = m.organisation)""")
                .param(partnership.value()).query((row, nr) -> new OrganisationId(row.getString(1))).list();
    }

    private List<Task> tasks(PartnershipId partnership) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(partnership.value()).listPage(0, MOST);
    }

    private Set<String> groups(Task task) {
        Set<String> groups = new TreeSet<>();
        engine.getTaskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null)
                .forEach(groups::add);
        return groups;
    }
}
