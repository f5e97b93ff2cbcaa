package org.commonground.organisation.process;

import org.camunda.bpm.engine.TaskService;
import org.commonground.engine.HouseIdentity;
import org.commonground.foundation.Seat;
import org.commonground.organisation.SeatVacated;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives what waits at a seat that nobody holds any more to everybody in the organisation: no task is orphaned. */
@Component
class VacatedSeats {

    private final TaskService tasks;
    private final HouseIdentity house;

    /** Lazy: facts are heard while the engine, which the listener needs, is still being built. */
    VacatedSeats(@Lazy TaskService tasks, HouseIdentity house) {
        this.tasks = tasks;
        this.house = house;
    }

    /** The house does this, not the focal point, who may not change tasks. */
    @EventListener
    void open(SeatVacated fact) {
        house.act(() -> openToOrganisation(fact.seat()));
    }

    private void openToOrganisation(Seat seat) {
        tasks.createTaskQuery().taskCandidateGroup(seat.groupId()).includeAssignedTasks().list()
                .forEach(task -> tasks.addCandidateGroup(task.getId(), seat.organisation().groupId()));
    }
}
