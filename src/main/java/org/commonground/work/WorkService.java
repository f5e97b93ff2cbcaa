package org.commonground.work;

import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the work stands as a whole. */
@Service
public class WorkService {

    private final PartnershipService partnerships;
    private final Alerts alerts;
    private final ApplicationEventPublisher facts;

    WorkService(PartnershipService partnerships, Alerts alerts, ApplicationEventPublisher facts) {
        this.partnerships = partnerships;
        this.alerts = alerts;
        this.facts = facts;
    }

    /**
     * Brings what was sealed into force: from now on the partners work together.
     *
     * @throws org.commonground.foundation.Refusal where the partnership stands at a later phase already
     */
    @Transactional
    public void bringIntoForce(PartnershipId partnership) {
        partnerships.enter(partnership, Phase.IN_FORCE);
    }

    /** Tells what is still under way in it that the joint work is over. Nothing in it needs attention any more. */
    @Transactional
    public void end(PartnershipId partnership) {
        alerts.endAll(partnership);
        facts.publishEvent(new WorkEnded(partnership));
    }
}
