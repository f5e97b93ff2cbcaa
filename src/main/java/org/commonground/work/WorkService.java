package org.commonground.work;

import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the work stands as a whole. */
@Service
public class WorkService {

    private final PartnershipService partnerships;

    WorkService(PartnershipService partnerships) {
        this.partnerships = partnerships;
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
}
