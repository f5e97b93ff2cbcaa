package org.commonground.organisation.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.commonground.foundation.Seat;
import org.commonground.organisation.SeatVacated;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives what waits at a seat that nobody holds any more to everybody in the organisation: no task is orphaned. */
@Component
class VacatedSeats {

    private final TaskService tasks;
    private final IdentityService identities;

    /** Lazy: facts are heard while the engine, which the listener needs, is still being built. */
    VacatedSeats(@Lazy TaskService tasks, @Lazy IdentityService identities) {
        this.tasks = tasks;
        this.identities = identities;
    }

    @EventListener
    void open(SeatVacated fact) {
        // The house does this, not the focal point, who may not change tasks.
        Authentication person = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            openToOrganisation(fact.seat());
        } finally {
            identities.setAuthentication(person);
        }
    }

    private void openToOrganisation(Seat seat) {
        tasks.createTaskQuery().taskCandidateGroup(seat.groupId()).includeAssignedTasks().list()
                .forEach(task -> tasks.addCandidateGroup(task.getId(), seat.organisation().groupId()));
    }
}
