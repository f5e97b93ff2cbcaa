package org.commonground.partnership.process;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.partnership.CourseOfWork;
import org.springframework.stereotype.Component;

@Component
class TellTheWorkDelegate implements ProcessStep {

    private final CourseOfWork work;

    TellTheWorkDelegate(CourseOfWork work) {
        this.work = work;
    }

    @Override
    public void perform(StepContext context) {
        work.tellTheWork(context.partnership());
    }
}
