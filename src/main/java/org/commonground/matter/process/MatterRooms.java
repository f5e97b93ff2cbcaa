package org.commonground.matter.process;

import java.util.Map;
import java.util.stream.Collectors;

import org.commonground.engine.CalledRooms;
import org.commonground.matter.MatterKind;
import org.commonground.matter.MatterService;
import org.springframework.stereotype.Component;

/** The rooms that take matters up: each of them has to be there. */
@Component
class MatterRooms implements CalledRooms {

    private final MatterService matters;

    MatterRooms(MatterService matters) {
        this.matters = matters;
    }

    @Override
    public Map<String, String> calledRooms() {
        return matters.kinds().stream().collect(Collectors.toMap(kind -> "The matter “%s”".formatted(kind.label()), MatterKind::room));
    }
}
