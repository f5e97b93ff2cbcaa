package org.commonground.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.stage.Prop;

/** What was answered and what waits, as a test says it: without an engine nobody is asked. */
public class RememberedSigns implements SignsOfLife, Prop {

    private Step answered;
    private final List<Step> waiting = new ArrayList<>();

    void answered(String label, Instant at) {
        answered = new Step(label, at);
    }

    void waits(String label, Instant due) {
        waiting.add(new Step(label, due));
    }

    @Override
    public Optional<Step> lastAnswer(PartnershipId partnership, OrganisationId organisation) {
        return Optional.ofNullable(answered);
    }

    @Override
    public List<Step> waiting(PartnershipId partnership, OrganisationId organisation) {
        return List.copyOf(waiting);
    }

    @Override
    public void putBack() {
        answered = null;
        waiting.clear();
    }
}
