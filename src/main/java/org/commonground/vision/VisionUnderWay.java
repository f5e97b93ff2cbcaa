package org.commonground.vision;

import java.util.Optional;

import org.commonground.candidate.UnderWay;
import org.commonground.foundation.PartnershipId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the partners see together: not before all of them have endorsed it. */
@Component
@Order(1)
class VisionUnderWay implements UnderWay {

    private final VisionService visions;
    private final Visions all;

    VisionUnderWay(VisionService visions, Visions all) {
        this.visions = visions;
        this.all = all;
    }

    @Override
    public Optional<Line> toInvited(PartnershipId partnership) {
        return all.findById(partnership.value()).map(vision -> new Line("What the partners see together", vision.isEndorsed()
                ? visions.vision(partnership).orElseThrow().words() : "They are still finding their shared vision."));
    }
}
