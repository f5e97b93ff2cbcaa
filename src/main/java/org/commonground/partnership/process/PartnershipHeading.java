package org.commonground.partnership.process;

import java.util.Optional;

import org.commonground.engine.Heading;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

@Component
class PartnershipHeading implements Heading {

    private final PartnershipService partnerships;

    PartnershipHeading(PartnershipService partnerships) {
        this.partnerships = partnerships;
    }

    @Override
    public Optional<Line> of(String businessKey) {
        if (!businessKey.startsWith("P-")) {
            return Optional.empty();
        }
        return partnerships.title(new PartnershipId(businessKey)).map(title -> new Line(title.title(), businessKey, title.phase().label()));
    }
}
