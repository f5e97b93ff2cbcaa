package org.commonground.vision;

import java.util.Optional;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.PartnershipId;

/** The visions of all partnerships. Its bean leaves the name {@code visions} to what diagrams ask. */
@org.springframework.stereotype.Repository("allVisions")
interface Visions extends org.springframework.data.repository.Repository<Vision, String> {

    Vision save(Vision vision);

    Optional<Vision> findById(String partnership);

    default Vision get(PartnershipId partnership) {
        return findById(partnership.value()).orElseThrow(() -> new NotFound("The partners of %s do not look for a vision yet."
                .formatted(partnership)));
    }
}
