package org.commonground.withdrawal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.Holdings;
import org.springframework.stereotype.Component;

/** What somebody holds in a partnership: every room is asked. */
@Component
public class HeldThings {

    private final List<Holdings> rooms;

    HeldThings(List<Holdings> rooms) {
        this.rooms = rooms.stream().sorted(Comparator.comparing(Holdings::kind)).toList();
    }

    /** All of it, kind by kind. */
    public List<HeldThing> of(PartnershipId partnership, OrganisationId holder) {
        return rooms.stream().flatMap(room -> room.of(partnership, holder).stream().map(one -> new HeldThing(room, one))).toList();
    }

    /** One of a kind, as long as it is held; it may be done or settled meanwhile. */
    Optional<HeldThing> find(PartnershipId partnership, OrganisationId holder, String kind, String ref) {
        return rooms.stream().filter(room -> room.kind().equals(kind)).flatMap(room -> room.of(partnership, holder).stream()
                .filter(one -> one.ref().equals(ref)).map(one -> new HeldThing(room, one))).findFirst();
    }

    void handedOn(PartnershipId partnership) {
        rooms.forEach(room -> room.handedOn(partnership));
    }

    Holdings room(String kind) {
        return rooms.stream().filter(room -> room.kind().equals(kind)).findFirst().orElseThrow();
    }
}
