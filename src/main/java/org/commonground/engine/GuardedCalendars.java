package org.commonground.engine;

import java.util.Date;
import java.util.Optional;

import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.commonground.foundation.Refusal;

/** Judges what an expression gave as a time, when it is known at last and before the engine reckons with it. */
final class GuardedCalendars extends MapBusinessCalendarManager {

    GuardedCalendars() {
        addBusinessCalendar(DurationBusinessCalendar.NAME, new Durations());
        addBusinessCalendar(DueDateBusinessCalendar.NAME, new Dates());
        addBusinessCalendar(CycleBusinessCalendar.NAME, new Cycles());
    }

    private static void refuse(Optional<String> complaint) {
        complaint.ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
    }

    private static final class Durations extends DurationBusinessCalendar {

        @Override
        public Date resolveDuedate(String text, Date start) {
            refuse(TimeRules.duration(text));
            return super.resolveDuedate(text, start);
        }
    }

    private static final class Dates extends DueDateBusinessCalendar {

        @Override
        public Date resolveDuedate(String text, Date start) {
            refuse(TimeRules.due(text));
            return super.resolveDuedate(text, start);
        }
    }

    private static final class Cycles extends CycleBusinessCalendar {

        @Override
        public Date resolveDuedate(String text, Date start) {
            refuse(TimeRules.cycle(text));
            return super.resolveDuedate(text, start);
        }

        /** Each further time is reckoned here, from what the engine has made of the cycle when it began. */
        @Override
        public Date resolveDuedate(String text, Date start, long offset) {
            refuse(TimeRules.runningCycle(text));
            return super.resolveDuedate(text, start, offset);
        }
    }
}
