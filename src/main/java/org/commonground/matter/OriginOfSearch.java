package org.commonground.matter;

import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.partnership.PartnershipService;
import org.commonground.selection.SearchOrigin;
import org.springframework.stereotype.Component;

/** Who raised the matter for which somebody is looked for. Why, where it is for everybody's eyes. */
@Component
class OriginOfSearch implements SearchOrigin {

    private final Matters all;
    private final MatterService matters;
    private final PartnershipService partnerships;

    OriginOfSearch(Matters all, MatterService matters, PartnershipService partnerships) {
        this.all = all;
        this.matters = matters;
        this.partnerships = partnerships;
    }

    @Override
    public Optional<String> inWords(UUID matter) {
        return all.findById(matter).map(known -> inWords(matters.card(matter)));
    }

    private String inWords(MatterCard matter) {
        String origin = matter.decided() != null ? matter.decided()
                : "%s raised it on %s.".formatted(matters.raiser(matter), Days.inWords(matter.raisedOn()));
        boolean forAll = partnerships.memberIds(matter.partnership()).stream().allMatch(one -> matter.kind().maySeeWhy(matter, one));
        return forAll ? "%s The reason: %s".formatted(origin, matter.why()) : origin;
    }
}
