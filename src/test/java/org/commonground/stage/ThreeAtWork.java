package org.commonground.stage;

import java.util.Map;
import java.util.UUID;

import org.commonground.engine.Variable;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterService;
import org.commonground.partnership.PartnershipService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Three partners are in force, and one of them raises a matter: where the tests of most rooms begin that a matter opens. Who else is to be
 * there a test adds to the cast.
 */
public abstract class ThreeAtWork {

    @Autowired
    protected Stage stage;
    @Autowired
    protected Ladder ladder;
    @Autowired
    protected PartnershipService partnerships;
    @Autowired
    protected MatterService matters;

    protected Cast cast;
    protected Actor fao;
    protected Actor ngo;
    protected Actor farmers;
    protected Actor coordinator;
    protected PartnershipId id;
    protected String key;

    @BeforeEach
    protected void three_partners_work_together() {
        cast = stage.cast().inTheField();
        fao = cast.actor("Fao");
        ngo = cast.actor("Ngo");
        farmers = cast.actor("Ffs");
        coordinator = cast.coordinator();
        areInForce("Fao", "Ngo", "Ffs");
    }

    /** From now on the test is about a partnership of these. */
    protected void areInForce(String... codes) {
        id = ladder.inForce(cast.seats(codes));
        key = id.value();
    }

    /** Somebody raises a matter, and the room that its kind names takes it up. */
    protected UUID raises(Actor who, String kind, String why) {
        UUID matter = matters.raise(id, kind, why, who.user());
        opens(matters.kinds().stream().filter(one -> one.key().equals(kind)).findFirst().orElseThrow().room(), matter);
        return matter;
    }

    protected void opens(String room, UUID matter) {
        stage.engine().getRuntimeService().startProcessInstanceByKey(room, key, Map.of(Variable.MATTER.name(), matter.toString()));
        stage.machineWorks();
    }
}
